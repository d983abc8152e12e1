using Seaworthy.Model.Topology;

namespace Seaworthy.Model.Known.Capabilities;

/// <summary>Packages by which a program has a capability.</summary>
/// <remarks>
/// Source: the pages of the packages in their registries (npm, PyPI, crates.io, NuGet, Maven Central, RubyGems, Packagist, pkg.go.dev), November 2026. A row that ends in <c>*</c> stands for
/// all names that begin so. Upper case, <c>_</c> and <c>.</c> are written as lower case and <c>-</c>; of Maven coordinates, the artifact.
/// </remarks>
public static class CapabilityPackages
{
    private const string Metrics = """
        prom-client prometheus-client prometheus-fastapi-instrumentator starlette-exporter starlette-prometheus prometheus-flask-exporter django-prometheus aioprometheus
        express-prom-bundle fastify-metrics nestjs-prometheus @willsoto/nestjs-prometheus prometheus-api-metrics express-prometheus-middleware swagger-stats
        github-com/prometheus/client-golang* github-com/victoriametrics/metrics* prometheus metrics-exporter-prometheus actix-web-prom axum-prometheus metrics
        prometheus-net* app-metrics* micrometer-registry* micrometer-core simpleclient* quarkus-micrometer* smallrye-metrics prometheus-exporter yabeda* promphp/prometheus-client-php
        opentelemetry* @opentelemetry/* go-opentelemetry-io/* spring-boot-starter-opentelemetry quarkus-opentelemetry open-telemetry/*
        opencensus* @opencensus/* go-opencensus-io* contrib-go-opencensus-io/*
        ddtrace dd-trace datadog datadog-* gopkg-in/datadog/* github-com/datadog/* newrelic newrelic-* github-com/newrelic/* elastic-apm* elastic-apm-node applicationinsights microsoft-applicationinsights*
        azure-monitor-opentelemetry* statsd node-statsd hot-shots scout-apm* appsignal* skylight @appsignal/* prom-ex telemetry-metrics-prometheus* telemetry-metrics-statsd peep logfire pyroscope*
        """;

    private const string Errors = """
        sentry* @sentry/* github-com/getsentry/* raven raven-js @financial-times/n-raven apollo-engine rollbar* @rollbar/* github-com/rollbar/* logrocket @logrocket/* bugsnag* @bugsnag/* github-com/bugsnag/* airbrake* pybrake honeybadger* raygun* mindscape-raygun*
        @honeybadger-io/* rollbax error-tracker @appsignal/* appsignal* flask-sentry getsentry/* glitchtip highlight-io @highlight-run/* exceptionless* elmah* logfire
        ddtrace dd-trace newrelic newrelic-* github-com/newrelic/* elastic-apm* elastic-apm-node applicationinsights microsoft-applicationinsights* azure-monitor-opentelemetry* scout-apm*
        opentelemetry* @opentelemetry/* go-opentelemetry-io/* spring-boot-starter-opentelemetry quarkus-opentelemetry open-telemetry/* azure-monitor-opentelemetry
        opencensus* @opencensus/* go-opencensus-io* contrib-go-opencensus-io/*
        google-cloud-error-reporting @google-cloud/error-reporting exception-notification posthog posthog-node
        """;

    private const string Logs = """
        winston* nest-winston pino pino-* nestjs-pino bunyan log4js signale tslog @logtape/* roarr consola
        structlog python-json-logger loguru logbook json-logging eliot django-structlog logfire aws-lambda-powertools ecs-logging
        go-uber-org/zap* github-com/rs/zerolog* github-com/sirupsen/logrus* github-com/go-kit/log* github-com/inconshreveable/log15* github-com/charmbracelet/log* log/slog github-com/go-kratos/kratos*
        tracing-subscriber tracing slog slog-* log4rs fern serilog* nlog* log4net
        logstash-logback-encoder logback-json-classic log4j-layout-template-json quarkus-logging-json logback-ecs-encoder logstash-gelf
        opentelemetry-logback-appender* opentelemetry-log4j-appender* opentelemetry-appender-*
        lograge semantic-logger rails-semantic-logger ougai monolog/monolog
        """;

    private const string Limits = """
        express-rate-limit express-slow-down express-brute* rate-limiter-flexible @nestjs/throttler nestjs-throttler* @fastify/rate-limit fastify-rate-limit koa-ratelimit koa2-ratelimit hono-rate-limiter
        @upstash/ratelimit limiter bottleneck @arcjet/* arcjet next-rate-limit @elysiajs/rate-limit elysia-rate-limit
        slowapi fastapi-limiter flask-limiter django-ratelimit django-axes django-defender limits ratelimit aiolimiter starlette-ratelimit pyrate-limiter drf-extensions
        bucket4j* resilience4j-ratelimiter resilience4j-* spring-cloud-starter-gateway* spring-cloud-gateway* quarkus-rate-limiter*
        golang-org/x/time* github-com/ulule/limiter* github-com/didip/tollbooth* github-com/go-chi/httprate* github-com/sethvargo/go-limiter* github-com/throttled/throttled* github-com/juju/ratelimit*
        governor actix-governor tower-governor actix-limitation actix-extensible-rate-limit rocket-governor aspnetcoreratelimit rack-attack rack-throttle graphile-throttle symfony/rate-limiter
        """;

    private static readonly Dictionary<CapabilityKind, PackageNames> Tables = new()
    {
        [CapabilityKind.Metrics] = new(Metrics),
        [CapabilityKind.ErrorTracking] = new(Errors),
        [CapabilityKind.StructuredLogs] = new(Logs),
        [CapabilityKind.RateLimit] = new(Limits),
    };

    /// <summary>Whether a package gives its user a capability.</summary>
    /// <param name="package">A dependency's name, or the module of an import.</param>
    public static bool Show(CapabilityKind kind, string package) => Tables.TryGetValue(kind, out var names) && names.Have(package);
}
