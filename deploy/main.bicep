// Voicebot Dashboard on Azure: everything that it needs, in one resource group. README.md beside this file tells how to use it.
targetScope = 'resourceGroup'

@description('Begins the names of all resources; three to twelve small letters and digits.')
@minLength(3)
@maxLength(12)
param name string = 'voicebot'

@description('small: a team, up to some hundred thousand conversations. large: several instances, a network of its own for the database, a standby.')
@allowed(['small', 'large'])
param size string = 'small'

@description('Region of everything but the static site.')
param location string = resourceGroup().location

@description('Region of the static site, of those that offer it. Its files are served from near the reader anyway.')
@allowed(['centralus', 'eastasia', 'eastus2', 'westeurope', 'westus2'])
param siteLocation string = 'westeurope'

@description('Who is told when something fails.')
@minLength(5)
param alertEmail string

@description('How people sign in. accessKey: with the key below, on the static site or at the app itself. organisation: with Microsoft Entra ID, at the app itself.')
@allowed(['accessKey', 'organisation'])
param signIn string = 'accessKey'

@description('Signs the owner in: 32 characters or more. Needed where people sign in with a key; the sign-in of the organisation lets no key through.')
@secure()
param accessKey string = ''

@description('A second key, for people who may look only.')
@secure()
param viewerKey string = ''

@description('Key of ElevenLabs. Without it, it is entered on the page.')
@secure()
param elevenLabsKey string = ''

@description('Secret of post-call webhooks. Without it, it is entered on the page, or there are none.')
@secure()
param webhookSecret string = ''

@description('For the sign-in with the organisation: the application (client) id of an app registration.')
param signInClientId string = ''

@description('For the sign-in with the organisation: object ids of the groups that may enter. Everybody who enters is an owner.')
param signInGroups string[] = []

@description('Reporting zone, an IANA name such as Europe/Warsaw. Without it, it is chosen on the page.')
param timeZone string = ''

@description('When all agents are synchronised: NCRONTAB with seconds, UTC.')
param syncSchedule string = '0 0 2 * * *'

@description('When the month before is archived: NCRONTAB with seconds, UTC.')
param archiveSchedule string = '0 0 3 1-5 * *'

@description('A person or group that may sign in to the database server as its administrator, beside the app: object id, name, and User or Group.')
param databaseAdministrator { objectId: string, name: string, type: 'User' | 'Group' | 'ServicePrincipal' }?

@description('Whether the app signs in to its server as an administrator. false: somebody makes its role there first; see README.')
param appAdministersDatabase bool = true

@description('Whether readiness is asked for from outside, every five minutes, from three places.')
param watchFromOutside bool = true

var sizes = {
  small: {
    instances: 40
    memory: 2048
    alwaysReady: 0
    database: { sku: 'Standard_B1ms', tier: 'Burstable', gigabytes: 32, backupDays: 7, isHighlyAvailable: false }
    isPrivate: false
    redundancy: 'Standard_LRS'
    dailyTelemetryGigabytes: 1
  }
  large: {
    instances: 100
    memory: 4096
    alwaysReady: 1
    database: {
      sku: 'Standard_D2ds_v5'
      tier: 'GeneralPurpose'
      gigabytes: 128
      backupDays: 35
      isHighlyAvailable: true
    }
    isPrivate: true
    redundancy: 'Standard_ZRS'
    dailyTelemetryGigabytes: 5
  }
}
var chosen = sizes[size]
var token = uniqueString(resourceGroup().id, name)
var named = '${name}-${token}'
var tags = { application: 'voicebot-dashboard' }

// Settings of the app that are secrets in the vault, of those that were given.
var secretSettings = concat(
  empty(accessKey) ? [] : [{ setting: 'VOICEBOT_ACCESS_KEY', secret: 'access-key' }],
  empty(viewerKey) ? [] : [{ setting: 'VOICEBOT_VIEWER_KEY', secret: 'viewer-key' }],
  empty(elevenLabsKey) ? [] : [{ setting: 'ELEVENLABS_API_KEY', secret: 'elevenlabs-key' }],
  empty(webhookSecret) ? [] : [{ setting: 'ELEVENLABS_WEBHOOK_SECRET', secret: 'webhook-secret' }]
)

// At another host the browser gives the platform's sign-in to nobody, so that there people sign in with a key.
var hasSite = signIn == 'accessKey'

module watching 'modules/watching.bicep' = {
  name: 'watching'
  params: {
    name: named
    location: location
    tags: tags
    dailyGigabytes: chosen.dailyTelemetryGigabytes
    alertEmail: alertEmail
  }
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: { name: named, location: location, tags: tags, insightsName: watching.outputs.insightsName }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    name: '${take(name, 7)}${token}'
    location: location
    tags: tags
    sku: chosen.redundancy
    principalId: identity.outputs.principalId
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    name: take('${name}${token}', 24)
    location: location
    tags: tags
    principalId: identity.outputs.principalId
    accessKey: signIn == 'accessKey' && empty(accessKey)
      ? fail('Nobody could sign in: give accessKey, 32 characters or more, or let people sign in with their organisation.')
      : accessKey
    viewerKey: viewerKey
    elevenLabsKey: elevenLabsKey
    webhookSecret: webhookSecret
  }
}

module network 'modules/network.bicep' = if (chosen.isPrivate) {
  name: 'network'
  params: { name: named, location: location, tags: tags }
}

module database 'modules/database.bicep' = {
  name: 'database'
  params: {
    name: named
    location: location
    tags: tags
    database: chosen.database
    subnetId: network.?outputs.databaseSubnetId ?? ''
    zoneId: network.?outputs.databaseZoneId ?? ''
    app: appAdministersDatabase
      ? { objectId: identity.outputs.principalId, name: identity.outputs.name, type: 'ServicePrincipal' }
      : null
    administrator: databaseAdministrator
  }
}

module site 'modules/site.bicep' = if (hasSite) {
  name: 'site'
  params: { name: named, location: siteLocation, tags: tags }
}

module app 'modules/app.bicep' = {
  name: 'app'
  params: {
    name: named
    location: location
    tags: tags
    identityName: identity.outputs.name
    hostStorageName: storage.outputs.hostAccount
    packageContainer: storage.outputs.packageContainer
    filesUrl: storage.outputs.filesUrl
    vaultUrl: vault.outputs.url
    secretSettings: secretSettings
    insightsName: watching.outputs.insightsName
    databaseHost: database.outputs.host
    databaseName: database.outputs.databaseName
    subnetId: network.?outputs.appSubnetId ?? ''
    siteUrl: site.?outputs.url ?? ''
    isSignInOfOrganisation: signIn == 'organisation'
    signInClientId: signIn == 'organisation' && empty(signInClientId)
      ? fail('signInClientId is missing: the application (client) id of an app registration.')
      : signInClientId
    signInGroups: signIn == 'organisation' && empty(signInGroups)
      ? fail('signInGroups is missing: without groups, everybody in the directory would be an owner.')
      : signInGroups
    timeZone: timeZone
    syncSchedule: syncSchedule
    archiveSchedule: archiveSchedule
    instances: chosen.instances
    memory: chosen.memory
    alwaysReady: chosen.alwaysReady
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    name: named
    location: location
    tags: tags
    workspaceName: watching.outputs.workspaceName
    insightsName: watching.outputs.insightsName
    groupName: watching.outputs.actionGroupName
    databaseServerName: database.outputs.serverName
    appUrl: app.outputs.url
    watchFromOutside: watchFromOutside
  }
}

@description('The app: its page, and the API.')
output appUrl string = app.outputs.url

@description('The static site; blank where people sign in with their organisation.')
output siteUrl string = site.?outputs.url ?? ''

@description('For the program and the workflow that deploys it.')
output functionAppName string = app.outputs.name

@description('For the workflow that deploys its files.')
output siteName string = site.?outputs.name ?? ''

@description('For pg_dump, psql and the restore of a server.')
output databaseServerName string = database.outputs.serverName

@description('Holds what must be kept: archives, recordings for an hour, backups.')
output filesAccountName string = storage.outputs.filesAccount
