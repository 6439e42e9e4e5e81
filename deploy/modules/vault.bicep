// Holds the keys; the app may read them, and nobody else by this template.
param name string
param location string
param tags object
param principalId string

@secure()
param accessKey string
@secure()
param viewerKey string
@secure()
param elevenLabsKey string
@secure()
param webhookSecret string

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 7
    enabledForDeployment: false
    enabledForDiskEncryption: false
    enabledForTemplateDeployment: false
  }
}

resource accessKeySecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(accessKey)) {
  parent: vault
  name: 'access-key'
  properties: { value: accessKey }
}

resource viewerKeySecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(viewerKey)) {
  parent: vault
  name: 'viewer-key'
  properties: { value: viewerKey }
}

resource elevenLabsKeySecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(elevenLabsKey)) {
  parent: vault
  name: 'elevenlabs-key'
  properties: { value: elevenLabsKey }
}

resource webhookSecretSecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(webhookSecret)) {
  parent: vault
  name: 'webhook-secret'
  properties: { value: webhookSecret }
}

resource reader 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, principalId, 'reader')
  scope: vault
  properties: {
    // Key Vault Secrets User
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      '4633458b-17de-408a-b874-0445c86b69e6'
    )
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

output url string = vault.properties.vaultUri
