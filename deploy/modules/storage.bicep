// Two accounts: one for the Functions host, whose identity must own it, and one for people's data, where the app gets one container.
@description('Small letters and digits; the names of the accounts begin with it.')
param name string
param location string
param tags object
param sku string
param principalId string

var closed = {
  allowBlobPublicAccess: false
  allowCrossTenantReplication: false
  allowSharedKeyAccess: false
  defaultToOAuthAuthentication: true
  minimumTlsVersion: 'TLS1_2'
  supportsHttpsTrafficOnly: true
}

resource hostAccount 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: take('${name}host', 24)
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: closed

  resource blobs 'blobServices' = {
    name: 'default'

    resource packages 'containers' = {
      name: 'packages'
      properties: { publicAccess: 'None' }
    }
  }
}

resource filesAccount 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: take('${name}data', 24)
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: closed

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      // What was erased has to be gone, not kept behind it for some days.
      deleteRetentionPolicy: { enabled: false }
      containerDeleteRetentionPolicy: { enabled: true, days: 7 }
      isVersioningEnabled: false
      changeFeed: { enabled: false }
    }

    resource files 'containers' = {
      name: 'voicebot'
      properties: { publicAccess: 'None' }
    }
  }
}

// What the documentation of identity-based connections of the Functions host asks for; it makes containers of its own there.
resource ownsHost 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(hostAccount.id, principalId, 'blobs')
  scope: hostAccount
  properties: {
    // Storage Blob Data Owner
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
    )
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

resource writesFiles 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(filesAccount::blobs::files.id, principalId, 'blobs')
  scope: filesAccount::blobs::files
  properties: {
    // Storage Blob Data Contributor
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
    )
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

output hostAccount string = hostAccount.name
output packageContainer string = hostAccount::blobs::packages.name
output filesAccount string = filesAccount.name
output filesUrl string = '${filesAccount.properties.primaryEndpoints.blob}${filesAccount::blobs::files.name}'
