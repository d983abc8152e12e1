using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.CSharp;

/// <summary>Routes of ASP.NET Core's endpoint routing: <c>app.MapGet("/x", …)</c>, groups, health checks, hubs, gRPC services, and extension methods that map for others.</summary>
/// <remarks>Source: Microsoft Learn, "Route handlers in Minimal API apps" and "Routing in ASP.NET Core".</remarks>
internal sealed class MinimalApiRoutes : FrameworkKnowledge
{
    private const string Framework = "aspnetcore";

    /// <summary>Mapping methods with a path of their own when none is given.</summary>
    private static readonly Dictionary<string, string> DefaultPaths = new(StringComparer.Ordinal)
    {
        ["MapMetrics"] = "/metrics",
        ["MapPrometheusScrapingEndpoint"] = "/metrics",
        ["MapOpenApi"] = "/openapi/{documentName}.json",
    };

    /// <summary>Middleware of ASP.NET Core and of well-known packages: nothing that the repository could map in.</summary>
    private static readonly HashSet<string> Middleware =
    [
        "UseHttpsRedirection",
        "UseRouting",
        "UseAuthentication",
        "UseAuthorization",
        "UseCors",
        "UseStaticFiles",
        "UseDefaultFiles",
        "UseFileServer",
        "UseSwagger",
        "UseSwaggerUI",
        "UseReDoc",
        "UseDeveloperExceptionPage",
        "UseExceptionHandler",
        "UseMigrationsEndPoint",
        "UseForwardedHeaders",
        "UseHsts",
        "UseEndpoints",
        "UseMiddleware",
        "UseResponseCompression",
        "UseResponseCaching",
        "UseOutputCache",
        "UseSession",
        "UseRateLimiter",
        "UseSerilogRequestLogging",
        "UseHttpLogging",
        "UseHttpMetrics",
        "UseStatusCodePages",
        "UseWebSockets",
        "UsePathBase",
        "UseAntiforgery",
        "UseCookiePolicy",
        "UseRequestLocalization",
        "UseIdentityServer",
        "UseMvc",
        "UseSpa",
        "UseSpaStaticFiles",
        "UseWhen",
        "UseUrls",
        "UseKestrel",
        "UseProblemDetails",
        "UseCorrelationId",
        "UseHangfireDashboard",
    ];

    public override void Read(CodeReading reading)
    {
        EndpointRouters routers = new(reading);
        foreach (var call in reading.Syntax.Calls)
        {
            if (call.Owner.Length == 0 || call.Receiver is not null)
            {
                continue;
            }

            if (call.Name.StartsWith("Map", StringComparison.Ordinal))
            {
                Take(reading, routers, call);
            }
            else if (call.Name == "UseSwaggerUI")
            {
                reading.Routes.Add(
                    new Route(routers.Of(call), "GET", new CodeValue.Literal("/swagger", call.Span), "aspnetcore.swagger", call.Span)
                );
            }
            else if (call.Name.StartsWith("Use", StringComparison.Ordinal) && !Middleware.Contains(call.Name))
            {
                Used(reading, routers, call);
            }
        }
    }

    /// <summary><c>app.UseInfrastructure()</c> may map endpoints; some packages' methods are known to.</summary>
    private static void Used(CodeReading reading, EndpointRouters routers, CodeCall call)
    {
        if (call.Name is "UseHealthChecks" or "UseMetricServer" or "UseOpenTelemetryPrometheusScrapingEndpoint")
        {
            var path = call.Name == "UseHealthChecks" ? null : new CodeValue.Literal("/metrics", call.Span);
            if ((call.Positional(0) is null ? path : CSharpValues.Value(reading, call.Positional(0), call.Scope)) is { } value)
            {
                reading.Routes.Add(new Route(routers.Of(call), "GET", value, Framework, call.Span));
            }
        }
        else if (call.Arguments.Count == 0 && routers.IsRouter(call))
        {
            reading.Mounts.Add(new RouterMount(routers.Of(call), call.Name, null, Framework, call.Span));
        }
    }

    private static void Take(CodeReading reading, EndpointRouters routers, CodeCall call)
    {
        switch (call.Name)
        {
            case "MapGet" or "MapPost" or "MapPut" or "MapDelete" or "MapPatch":
                Add(reading, routers, call, call.Name["Map".Length..].ToUpperInvariant(), isPrefix: false);
                break;
            case "MapMethods" when call.Arguments.Count > 2:
                foreach (var method in Texts(reading, call.Arguments[1].Value))
                {
                    Add(reading, routers, call, method.ToUpperInvariant(), isPrefix: false);
                }

                break;
            case "Map" or "MapWhen" when call.Arguments.Count > 1:
                Add(reading, routers, call, "*", isPrefix: true);
                break;
            case "MapHealthChecks"
            or "MapHub"
            or "MapRazorPages"
            or "MapReverseProxy"
            or "MapFallbackToFile"
            or "MapFallback"
            or "MapControllers"
            or "MapDefaultControllerRoute"
            or "MapControllerRoute"
            or "MapGrpcService"
            or "MapHealthChecksUI":
                Known(reading, routers, call);
                break;
            case "MapGroup":
                break;
            default:
                Other(reading, routers, call);
                break;
        }
    }

    private static void Add(CodeReading reading, EndpointRouters routers, CodeCall call, string method, bool isPrefix)
    {
        if (CSharpValues.Value(reading, call.Positional(0), call.Scope) is { } path && routers.Of(call) is { } router)
        {
            var handler = reading.Evaluator.DottedName(call.Arguments[^1].Value);
            reading.Routes.Add(new Route(router, method, path, Framework, call.Span) { IsPrefix = isPrefix, Handler = handler });
        }
    }

    private static void Known(CodeReading reading, EndpointRouters routers, CodeCall call)
    {
        switch (call.Name)
        {
            case "MapHealthChecks":
                Add(reading, routers, call, "GET", isPrefix: false);
                break;
            case "MapHub":
                Add(reading, routers, call, "*", isPrefix: true);
                break;
            case "MapGrpcService":
                reading.Settings.Add(
                    new FrameworkSetting("grpc.service", new CodeValue.Literal(TypeArgument(reading, call), call.Span), call.Span)
                );
                break;
            case "MapFallbackToFile"
            or "MapFallback"
            or "MapReverseProxy"
            or "MapRazorPages"
            or "MapDefaultControllerRoute"
            or "MapControllerRoute":
                // Answers paths that no route names: nobody can say which are served.
                reading.Settings.Add(new FrameworkSetting("aspnet.openRoutes", new CodeValue.Literal(call.Name, call.Span), call.Span));
                break;
            case "MapControllers":
                reading.Settings.Add(new FrameworkSetting("aspnet.controllers", new CodeValue.Literal(call.Name, call.Span), call.Span));
                break;
        }
    }

    /// <summary>An extension method that maps: of a library with a usual path, or of the repository.</summary>
    private static void Other(CodeReading reading, EndpointRouters routers, CodeCall call)
    {
        if (!routers.IsRouter(call))
        {
            return;
        }

        if (DefaultPaths.TryGetValue(call.Name, out var path))
        {
            var value = CSharpValues.Value(reading, call.Positional(0), call.Scope) ?? new CodeValue.Literal(path, call.Span);
            reading.Routes.Add(new Route(routers.Of(call), "GET", value, Framework, call.Span));
        }
        else if (routers.Of(call) is { } router)
        {
            reading.Mounts.Add(new RouterMount(router, call.Name, null, Framework, call.Span));
        }
    }

    private static string TypeArgument(CodeReading reading, CodeCall call) =>
        call.TypeArguments.IsEmpty ? "" : reading.Trees.Text(call.TypeArguments.End - 1);

    private static IEnumerable<string> Texts(CodeReading reading, TokenRange value)
    {
        for (var at = value.First; at < value.End; at++)
        {
            if (reading.Trees.IsKind(at, TokenKind.String))
            {
                yield return Literals.Value(reading.Trees, at);
            }
        }
    }
}
