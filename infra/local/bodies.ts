import type { Template } from '../synthesise.ts'

/** Which file gives a type of resource its body on this machine. */
export const bodies = {
  'AWS::DynamoDB::GlobalTable': 'definition.ts',
  'AWS::S3::Bucket': 'buckets.ts',
  'AWS::SQS::Queue': 'queues.ts',
  'AWS::Lambda::Function': 'functions.ts',
  'AWS::Lambda::EventSourceMapping': 'stack.ts',
  'AWS::StepFunctions::StateMachine': 'executions.ts',
  'AWS::Events::Rule': 'schedules.ts',
  'AWS::Scheduler::ScheduleGroup': 'services.ts',
  'AWS::ApiGatewayV2::Api': 'gateway.ts',
  'AWS::ApiGatewayV2::Route': 'gateway.ts',
  'AWS::ApiGatewayV2::Integration': 'gateway.ts',
  'AWS::CloudFront::Distribution': 'site.ts',
  'AWS::CloudFront::ResponseHeadersPolicy': 'site.ts',
} as const

/** Types that mean nothing on one machine, each with the reason. */
export const bodiless: Record<string, string> = {
  'AWS::ApiGatewayV2::Stage': 'throttling and access logs are for many callers; here there is one',
  'AWS::CloudFront::CachePolicy': 'nothing is kept at an edge, so what was just published is seen at once',
  'AWS::CloudFront::OriginAccessControl': 'the site reads its bucket in the same process',
  'AWS::CloudWatch::Alarm': 'nobody is woken for this machine',
  'AWS::CloudWatch::Dashboard': 'the figures are at /local/meter',
  'AWS::IAM::Policy': 'everything runs as the person who started it; the grants are tested in the template',
  'AWS::IAM::Role': 'everything runs as the person who started it; the grants are tested in the template',
  'AWS::Lambda::Permission': 'everything runs as the person who started it; the grants are tested in the template',
  'AWS::Logs::LogGroup': 'logs go to the terminal',
  'AWS::S3::BucketPolicy': 'everything runs as the person who started it; the grants are tested in the template',
  'AWS::SNS::Topic': 'nobody is woken for this machine',
  'AWS::SNS::TopicPolicy': 'nobody is woken for this machine',
  'AWS::SQS::QueuePolicy': 'everything runs as the person who started it; the grants are tested in the template',
}

/** What is wired here though no resource of this machine's template says so: the resource of a deployed one that does, and why it is not in this one. */
export const besideTheTemplate = {
  report: {
    type: 'AWS::SES::ConfigurationSetEventDestination',
    reason:
      'a mail server reports nothing once it has taken a mail, so that there is no SES here; the button of the mailbox reports in its place',
  },
} as const

/** Types of the template that have neither a body nor a reason for having none: with one of them the local stack is not the template. */
export function unknownTypes(template: Template): string[] {
  const types = new Set(Object.values(template.Resources).map(({ Type }) => Type))
  return [...types].filter((type) => !(type in bodies) && !(type in bodiless)).sort()
}

/** Bodies and reasons for which the template has no resource. */
export function unusedTypes(template: Template): string[] {
  const types = new Set(Object.values(template.Resources).map(({ Type }) => Type))
  return [...Object.keys(bodies), ...Object.keys(bodiless)].filter((type) => !types.has(type)).sort()
}
