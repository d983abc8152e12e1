using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Ruby;

/// <summary>The configured address of Puma, and middleware that may answer before any route does.</summary>
/// <remarks>Source: Puma, "DSL"; Rails Guides, "Rails on Rack".</remarks>
internal sealed class RubyServers : FrameworkKnowledge
{
    // Change requests or answers, and answer no path of their own.
    private static readonly string[] Harmless =
    [
        "Rack.Cors",
        "Rack.Attack",
        "Rack.Deflater",
        "Rack.MethodOverride",
        "Rack.Timeout",
        "Rack.Brotli",
        "Rack.Session",
        "Rack.Protection",
        "Rack.Runtime",
        "Rack.Head",
        "Rack.ETag",
        "Rack.ConditionalGet",
        "Rack.CommonLogger",
        "Rack.ShowExceptions",
        "Rack.Lint",
        "Rack.Reloader",
        "Rack.TempfileReaper",
        "Rack.ContentLength",
        "Rack.UTF8Sanitizer",
        "Rack.CanonicalHost",
        "Rack.SSL",
        "Rack.Cache",
        "ActionDispatch",
        "ActiveRecord",
        "Rails.Rack",
        "Warden",
        "I18n.JS",
        "Sentry",
        "Raven",
        "Bullet",
        "Apartment",
        "RequestStore",
        "Sidekiq",
        "Datadog",
        "OpenTelemetry",
        "Prometheus.Middleware.Collector",
        "BatchLoader",
    ];

    public override void Read(CodeReading reading)
    {
        var isOfPuma = reading.File.Name is "puma.rb" || reading.File.Directory.EndsWith("config/puma", StringComparison.Ordinal);
        var isRack = reading.File.Path.EndsWith(".ru", StringComparison.Ordinal);
        foreach (var call in reading.Syntax.Calls.Where(call => call is { Kind: CallKind.Call, Arguments.Count: > 0 }))
        {
            if (isOfPuma && call.Path is "port" or "bind" or "ssl_bind")
            {
                Listen(reading, call);
            }
            else if (isRack && call.Path is "use" or "map")
            {
                Open(reading, call, call.Path == "map" ? null : call.Arguments[0]);
            }
            else if (
                call.Owner.EndsWith("middleware", StringComparison.Ordinal)
                && call.Name is "use" or "insert_before" or "insert_after" or "insert" or "unshift" or "swap"
            )
            {
                Open(reading, call, call.Arguments[call.Name is "use" or "unshift" ? 0 : Math.Min(1, call.Arguments.Count - 1)]);
            }
        }
    }

    // port ENV.fetch("PORT") { 3000 }, "0.0.0.0"; bind "tcp://0.0.0.0:3000"
    private static void Listen(CodeReading reading, CodeCall call)
    {
        if (CodeSyntax.RunsAtLoad(call.Scope) && call.Path != "ssl_bind")
        {
            reading.Listeners.Add(
                new Listener(
                    reading.Value(call.Arguments[0].Value, call.Scope),
                    call.Path == "port" ? reading.Value(call.Positional(1), call.Scope) : null,
                    "puma",
                    call.Span
                )
            );
        }
    }

    private static void Open(CodeReading reading, CodeCall call, CodeArgument? middleware)
    {
        var name = middleware is null ? null : reading.Evaluator.DottedName(middleware.Value);
        if (name is not null && name.Contains("OmniAuth", StringComparison.Ordinal))
        {
            reading.Routes.Add(
                new Route(null, "*", new CodeValue.Literal("/auth", call.Span), RailsRoutes.Framework, call.Span) { IsPrefix = true }
            );
        }
        else if (name is null || !Array.Exists(Harmless, known => name == known || name.StartsWith(known + ".", StringComparison.Ordinal)))
        {
            reading.Settings.Add(
                new FrameworkSetting(RubySettings.OpenRoutes, new CodeValue.Literal(name ?? call.Path, call.Span), call.Span)
            );
        }
    }
}
