// Where telemetry goes, and who is told.
param name string
param location string
param tags object

@description('What a day may bring in at most; what comes after it is dropped until the next day.')
param dailyGigabytes int

param alertEmail string

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 30
    workspaceCapping: { dailyQuotaGb: dailyGigabytes }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: '${name}-insights'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    IngestionMode: 'LogAnalytics'
  }
}

resource group 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-owners'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'voicebot'
    emailReceivers: [
      { name: 'owner', emailAddress: alertEmail, useCommonAlertSchema: true }
    ]
  }
}

output workspaceName string = workspace.name
output insightsName string = insights.name
output actionGroupName string = group.name
