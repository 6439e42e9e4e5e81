// The program: a Flex Consumption app on Linux that signs in everywhere by its identity.
param name string
param location string
param tags object
param identityName string
param hostStorageName string
param packageContainer string
param filesUrl string
param vaultUrl string
@description('Names of settings, and of the secrets in the vault that are their values.')
param secretSettings { setting: string, secret: string }[]
param insightsName string
param databaseHost string
param databaseName string
@description('Of its network; blank without one.')
param subnetId string
@description('Of the static site; blank without one.')
param siteUrl string
param isSignInOfOrganisation bool
param signInClientId string
param signInGroups string[]
param timeZone string
param syncSchedule string
param archiveSchedule string
param instances int
@allowed([2048, 4096])
param memory int
param alwaysReady int

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource hostStorage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: hostStorageName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

var secrets = map(secretSettings, one => {
  name: one.setting
  value: '@Microsoft.KeyVault(SecretUri=${vaultUrl}secrets/${one.secret})'
})

var settings = concat(
  [
    // Of the Functions host and the libraries of Azure
    { name: 'AzureWebJobsStorage__accountName', value: hostStorage.name }
    { name: 'AzureWebJobsStorage__credential', value: 'managedidentity' }
    { name: 'AzureWebJobsStorage__clientId', value: identity.properties.clientId }
    { name: 'AZURE_CLIENT_ID', value: identity.properties.clientId }
    { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: insights.properties.ConnectionString }
    {
      name: 'APPLICATIONINSIGHTS_AUTHENTICATION_STRING'
      value: 'ClientId=${identity.properties.clientId};Authorization=AAD'
    }
    // Of the program; nothing that matters lies on an instance
    { name: 'VOICEBOT_DATA', value: '/tmp/voicebot' }
    {
      name: 'VOICEBOT_DATABASE'
      value: 'Host=${databaseHost};Database=${databaseName};Username=${identity.name};Authentication=ManagedIdentity'
    }
    { name: 'VOICEBOT_FILES', value: filesUrl }
    { name: 'VOICEBOT_SYNC_SCHEDULE', value: syncSchedule }
    { name: 'VOICEBOT_ARCHIVE_SCHEDULE', value: archiveSchedule }
  ],
  empty(timeZone) ? [] : [{ name: 'VOICEBOT_TIME_ZONE', value: timeZone }],
  empty(siteUrl)
    ? []
    : [
        { name: 'VOICEBOT_ALLOWED_ORIGINS', value: siteUrl }
        { name: 'VOICEBOT_PAGE_URL', value: '${siteUrl}/' }
      ],
  secrets
)

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: '${name}-plan'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: '${name}-app'
  location: location
  tags: union(tags, { 'azd-service-name': 'app' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identity.id
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      appSettings: settings
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      http20Enabled: true
    }
    functionAppConfig: {
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${hostStorage.properties.primaryEndpoints.blob}${packageContainer}'
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identity.id }
        }
      }
      scaleAndConcurrency: {
        maximumInstanceCount: instances
        instanceMemoryMB: memory
        // A reader is little work, and each instance takes connections of the database: few instances for many readers.
        triggers: { http: { perInstanceConcurrency: 100 } }
        alwaysReady: alwaysReady == 0 ? [] : [{ name: 'http', instanceCount: alwaysReady }]
      }
    }
  }

  // Packages come with a token of whoever deploys them, never with a password.
  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

// Who has not signed in goes to the sign-in first. Left out are probes, and the webhook, whose signature the program checks.
resource signIn 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'authsettingsV2'
  properties: {
    platform: { enabled: isSignInOfOrganisation }
    globalValidation: {
      requireAuthentication: isSignInOfOrganisation
      unauthenticatedClientAction: 'RedirectToLoginPage'
      redirectToProvider: 'azureactivedirectory'
      excludedPaths: ['/api/live', '/api/ready', '/api/webhooks/elevenlabs']
    }
    httpSettings: { requireHttps: true }
    identityProviders: {
      azureActiveDirectory: {
        enabled: isSignInOfOrganisation
        registration: {
          clientId: signInClientId
          openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
        }
        validation: empty(signInGroups)
          ? {}
          : { defaultAuthorizationPolicy: { allowedPrincipals: { groups: signInGroups } } }
      }
    }
    login: { tokenStore: { enabled: false } }
  }
}

output name string = app.name
output url string = 'https://${app.properties.defaultHostName}'
