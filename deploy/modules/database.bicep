// A server that knows no password: only tokens of Microsoft Entra ID open it.
param name string
param location string
param tags object
param database {
  sku: string
  tier: 'Burstable' | 'GeneralPurpose'
  gigabytes: int
  backupDays: int
  isHighlyAvailable: bool
}

@description('Where the server stands in a network of its own; blank for a public address that only services in Azure may call.')
param subnetId string

@description('The private zone of names that goes with the network.')
param zoneId string

type principal = { objectId: string, name: string, type: 'User' | 'Group' | 'ServicePrincipal' }

@description('The app, where it signs in as an administrator.')
param app principal?

@description('Somebody who looks after the server.')
param administrator principal?

var isPrivate = !empty(subnetId)

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: '${name}-db'
  location: location
  tags: tags
  sku: { name: database.sku, tier: database.tier }
  properties: {
    version: '17'
    authConfig: { activeDirectoryAuth: 'Enabled', passwordAuth: 'Disabled', tenantId: tenant().tenantId }
    storage: { storageSizeGB: database.gigabytes, autoGrow: 'Enabled' }
    backup: { backupRetentionDays: database.backupDays, geoRedundantBackup: 'Disabled' }
    highAvailability: { mode: database.isHighlyAvailable ? 'ZoneRedundant' : 'Disabled' }
    network: isPrivate
      ? { delegatedSubnetResourceId: subnetId, privateDnsZoneArmResourceId: zoneId }
      : { publicNetworkAccess: 'Enabled' }
  }
}

resource data 'Microsoft.DBforPostgreSQL/flexibleServers/databases@2024-08-01' = {
  parent: server
  name: 'voicebot'
  properties: { charset: 'UTF8', collation: 'en_US.utf8' }
}

// The app has no address of its own that could be named here; what stands before the data is Microsoft Entra ID.
resource azureServices 'Microsoft.DBforPostgreSQL/flexibleServers/firewallRules@2024-08-01' = if (!isPrivate) {
  parent: server
  name: 'services-in-azure'
  properties: { startIpAddress: '0.0.0.0', endIpAddress: '0.0.0.0' }
  dependsOn: [data] // the server takes one change at a time
}

resource tls 'Microsoft.DBforPostgreSQL/flexibleServers/configurations@2024-08-01' = {
  parent: server
  name: 'ssl_min_protocol_version'
  properties: { value: 'TLSv1.2', source: 'user-override' }
  dependsOn: [data, azureServices]
}

resource appAdministrator 'Microsoft.DBforPostgreSQL/flexibleServers/administrators@2024-08-01' = if (app != null) {
  parent: server
  name: app.?objectId ?? 'none'
  properties: { principalName: app.?name, principalType: app.?type, tenantId: tenant().tenantId }
  dependsOn: [tls]
}

resource otherAdministrator 'Microsoft.DBforPostgreSQL/flexibleServers/administrators@2024-08-01' = if (administrator != null) {
  parent: server
  name: administrator.?objectId ?? 'none'
  properties: { principalName: administrator.?name, principalType: administrator.?type, tenantId: tenant().tenantId }
  dependsOn: [appAdministrator]
}

output serverName string = server.name
output host string = server.properties.fullyQualifiedDomainName
output databaseName string = data.name
