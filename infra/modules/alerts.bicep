// What the team is told of. Each name of a number or a request stands in the code: a test looks for it there.

@description('The name of this environment.')
param environmentName string

@description('Where the rules are.')
param location string

@description('The tags of every resource.')
param tags object

@description('The workspace of the logs.')
param workspaceId string

@description('Who is told.')
param actionGroupId string

@description('How old the heartbeat of a sweep may be, in seconds, where it is not the usual five minutes.')
var sweepPatience = 'tostring(Properties.sweep) == "WatchSweep", 2100, tostring(Properties.sweep) == "ExportSweep", 93600'

var alerts = [
  {
    name: 'sweep-stopped'
    says: 'A timer has not swept for too long: restart the function app and read its log.'
    severity: 1
    every: 'PT5M'
    over: 'PT10M'
    query: 'AppMetrics | where Name == "safeguarding.sweep.heartbeat_age" | where Sum / ItemCount > case(${sweepPatience}, 300)'
  }
  {
    name: 'bot-silent'
    says: 'The bot has told no number for a quarter of an hour: look whether it runs.'
    severity: 0
    every: 'PT5M'
    over: 'PT15M'
    query: 'AppMetrics | where Name == "safeguarding.sweep.heartbeat_age" | summarize Numbers = count() | where Numbers == 0'
  }
  {
    name: 'dead-letter'
    says: 'Something could not be delivered and waits for a person: operations see it on Home.'
    severity: 2
    every: 'PT15M'
    over: 'PT15M'
    query: 'AppMetrics | where Name == "safeguarding.queue.dead_lettered" | where Sum > 0'
  }
  {
    name: 'permission-drifted'
    says: 'Somebody can open a secured folder who should not, or cannot who should: the case\'s card says who.'
    severity: 1
    every: 'PT15M'
    over: 'PT30M'
    query: 'AppMetrics | where Name == "safeguarding.access.drifted" | where Sum > 0'
  }
  {
    name: 'answer-slow'
    says: 'A press in Teams took over three seconds, or failed: Teams gives up soon after.'
    severity: 2
    every: 'PT15M'
    over: 'PT15M'
    query: 'AppRequests | where Name == "POST /api/messages" | where DurationMs > 3000 or toint(ResultCode) >= 500'
  }
  {
    name: 'record-unreadable'
    says: 'A record could not be read: run check, and restore it.'
    severity: 0
    every: 'PT5M'
    over: 'PT5M'
    query: 'AppMetrics | where Name == "safeguarding.records.unreadable" | where Sum > 0'
  }
  {
    name: 'audit-broken'
    says: 'Stored records no longer agree with what was exported: change nothing, run verify, and treat it as an incident.'
    severity: 0
    every: 'PT15M'
    over: 'PT30M'
    query: 'AppMetrics | where Name == "safeguarding.audit.broken" | where Sum > 0'
  }
  {
    name: 'holidays-end'
    says: 'Bank holidays are known for less than a year: bring the list up to date.'
    severity: 3
    every: 'P1D'
    over: 'P1D'
    query: 'AppMetrics | where Name == "safeguarding.calendar.days_known" | where Sum / ItemCount < 365'
  }
]

resource rules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alert in alerts: {
    name: 'alert-${alert.name}-${environmentName}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: alert.name
      description: alert.says
      enabled: true
      severity: alert.severity
      scopes: [workspaceId]
      evaluationFrequency: alert.every
      windowSize: alert.over
      autoMitigate: true
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: alert.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [actionGroupId] }
    }
  }
]
