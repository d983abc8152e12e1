using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Platforms;

/// <summary>A free service of Render whose program sends mail by SMTP.</summary>
/// <param name="Plan">Where the plan is said.</param>
/// <param name="Port">The port of the mail server, with the place that says it.</param>
internal sealed record FreeMailer(Workload Workload, Fact<string> Plan, Fact<string> Port)
{
    private static readonly string[] Names =
    [
        "SMTP_PORT",
        "EMAIL_PORT",
        "MAIL_PORT",
        "MAILER_PORT",
        "MAIL_SERVER_PORT",
        "EMAIL_SERVER_PORT",
    ];

    private static readonly string[] Settings = ["smtp.port", "django.EMAIL_PORT"];

    public static IEnumerable<FreeMailer> Of(Deployment deployment)
    {
        var workloads = deployment.Workloads.Where(workload => workload.Kind == TargetKind.Render).ToLookup(workload => workload.Span);
        return from blueprint in deployment.Of<RenderBlueprint>()
            from service in blueprint.Services
            let plan = service.Plan
            where plan is { Value: "free" }
            from workload in workloads[service.Name?.Span ?? service.Span]
            let port = Given(service) ?? Coded(workload)
            where port is not null
            select new FreeMailer(workload, plan, port);
    }

    private static Fact<string>? Given(RenderService service) =>
        service
            .EnvVars.Where(variable => Names.Contains(variable.Name.Value, StringComparer.OrdinalIgnoreCase))
            .Select(variable => variable.Value)
            .FirstOrDefault(value => value is not null);

    /// <summary>The port that the source uses while nothing sets the variable it asks for.</summary>
    private static Fact<string>? Coded(Workload workload) =>
        workload
            .Components.SelectMany(component => component.Code.Where(file => !file.IsTest))
            .SelectMany(file => file.Settings)
            .Select(setting =>
                setting is { Name: "smtp.service", Value: CodeValue.Literal { Text: var provider } }
                    ? new Fact<string>(provider, setting.Span)
                : Array.Exists(Settings, name => name == setting.Name) && PortOf(setting.Value, workload) is { } port
                    ? new Fact<string>(port, setting.Span)
                : null
            )
            .FirstOrDefault(found => found is not null);

    private static string? PortOf(CodeValue value, Workload workload) =>
        value switch
        {
            CodeValue.Literal literal => literal.Text,
            CodeValue.Environment { Default: CodeValue.Literal literal } read when !workload.Supplies(read.Name) => literal.Text,
            CodeValue.Choice { Options: [CodeValue.Environment read, CodeValue.Literal literal] } when !workload.Supplies(read.Name) =>
                literal.Text,
            _ => null,
        };
}
