// What is told by e-mail: failures, what stands in the program's way, silence, and a database that runs full or hot.
param name string
param location string
param tags object
param workspaceName string
param insightsName string
param groupName string
param databaseServerName string
param appUrl string
param watchFromOutside bool

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: workspaceName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource group 'Microsoft.Insights/actionGroups@2023-01-01' existing = {
  name: groupName
}

resource database 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' existing = {
  name: databaseServerName
}

var questions = [
  {
    name: 'requests'
    title: 'Requests fail'
    told: 'More than five requests within 15 minutes were answered with an error of the program.'
    severity: 2
    query: 'AppRequests | where toint(ResultCode) >= 500'
    minutes: 15
    threshold: 5
  }
  {
    name: 'timers'
    title: 'A timer fails'
    told: 'A function that runs by itself (synchronisation, archives, retention, comparison of figures, take-over of runs) failed.'
    severity: 1
    query: 'AppRequests | where Success == false and OperationName in ("SyncNightly", "ArchiveMonthly", "ForgetNightly", "CheckFigures", "SendDigests", "TakeOverRuns")'
    minutes: 15
    threshold: 0
  }
  {
    name: 'health'
    title: 'Something stands in the way'
    told: 'The program reports a problem of severity error; GET /api/health names it and the one thing to do.'
    severity: 1
    query: 'AppMetrics | where Name == "voicebot.problems" and tostring(Properties.severity) == "error" and Sum > 0'
    minutes: 15
    threshold: 0
  }
]

resource asked 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for question in questions: {
    name: '${name}-${question.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: 'Voicebot Dashboard: ${question.title}'
      description: question.told
      enabled: true
      severity: question.severity
      scopes: [workspace.id]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT${question.minutes}M'
      criteria: {
        allOf: [
          { query: question.query, timeAggregation: 'Count', operator: 'GreaterThan', threshold: question.threshold }
        ]
      }
      skipQueryValidation: true // the first telemetry makes the tables
      autoMitigate: true
      actions: { actionGroups: [group.id] }
    }
  }
]

var measures = [
  {
    name: 'storage'
    metric: 'storage_percent'
    limit: 85
    aggregation: 'Average'
    told: 'The database\'s storage is filled to more than 85 %.'
  }
  {
    name: 'cpu'
    metric: 'cpu_percent'
    limit: 90
    aggregation: 'Average'
    told: 'The database server\'s processors are busy to more than 90 %.'
  }
]

resource measured 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for measure in measures: {
    name: '${name}-database-${measure.name}'
    location: 'global'
    tags: tags
    properties: {
      description: measure.told
      enabled: true
      severity: 2
      scopes: [database.id]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            name: measure.name
            metricNamespace: 'Microsoft.DBforPostgreSQL/flexibleServers'
            metricName: measure.metric
            operator: 'GreaterThan'
            threshold: measure.limit
            timeAggregation: measure.aggregation
          }
        ]
      }
      autoMitigate: true
      actions: [{ actionGroupId: group.id }]
    }
  }
]

resource probe 'Microsoft.Insights/webtests@2022-06-15' = if (watchFromOutside) {
  name: '${name}-ready'
  location: location
  tags: union(tags, { 'hidden-link:${insights.id}': 'Resource' })
  kind: 'standard'
  properties: {
    Name: 'ready'
    SyntheticMonitorId: '${name}-ready'
    Kind: 'standard'
    Enabled: true
    Frequency: 300
    Timeout: 30
    RetryEnabled: true
    Locations: [{ Id: 'emea-nl-ams-azr' }, { Id: 'emea-fr-pra-edge' }, { Id: 'us-va-ash-azr' }]
    Request: { RequestUrl: '${appUrl}/api/ready', HttpVerb: 'GET', ParseDependentRequests: false }
    ValidationRules: { ExpectedHttpStatusCode: 200, SSLCheck: true, SSLCertRemainingLifetimeCheck: 7 }
  }
}

resource silent 'Microsoft.Insights/metricAlerts@2018-03-01' = if (watchFromOutside) {
  name: '${name}-not-ready'
  location: 'global'
  tags: tags
  properties: {
    description: 'The app was not ready when two of three places asked for it.'
    enabled: true
    severity: 1
    scopes: [probe.id, insights.id]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: probe.id
      componentId: insights.id
      failedLocationCount: 2
    }
    autoMitigate: true
    actions: [{ actionGroupId: group.id }]
  }
}
