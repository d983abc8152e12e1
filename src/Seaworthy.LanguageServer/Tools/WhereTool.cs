using Seaworthy.Engine;
using Seaworthy.Engine.Reporting;
using Seaworthy.Engine.Tracing;
using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.LanguageServer.Tools;

/// <summary>Where the model meets a port, variable, host, service, route or file.</summary>
internal sealed class WhereTool()
    : ContextTool(
        "where",
        "Shows every place in which a port, variable, service, host, route or file plays a part, across files: who sets it, who reads it, who listens, who calls. Cheaper and surer than grep.",
        """
        "what": { "type": "string", "enum": ["port", "variable", "service", "host", "route", "file"] },
        "name": { "type": "string", "description": "8080, DATABASE_URL, api, db, /health, api/Dockerfile" },
        "offset": { "type": "integer", "minimum": 0 }
        """,
        "what",
        "name"
    )
{
    protected override ToolAnswer Of(ToolCall call, Report report)
    {
        var deployment = report.Deployment;
        var name = call.Text("name") ?? "";
        List<string> lines = call.Text("what") switch
        {
            "port" => int.TryParse(name, out var port) ? Traced(deployment, PortTrace.Of(deployment, port)) : [],
            "variable" => Traced(deployment, VariableTrace.Of(deployment, name)),
            "service" => Traced(deployment, ServiceTrace.Of(deployment, name)),
            "host" => [.. Hosts(deployment, name)],
            "route" => [.. Routes(deployment, name)],
            "file" => [.. Files(deployment, name)],
            _ => [],
        };
        return lines.Count == 0
            ? new ToolAnswer($"The model knows no place of {Quote.Text(name)}.")
            : new BoundedText().Page(lines, call.Number("offset"), line => [line]).Done();
    }

    private static List<string> Traced(Deployment deployment, IEnumerable<TraceLine> lines)
    {
        using StringWriter text = new();
        TraceText.Write(deployment, lines, text);
        return [.. text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static IEnumerable<string> Hosts(Deployment deployment, string name) =>
        deployment
            .Workloads.Where(workload => workload.HostNames.Contains(name))
            .Select(workload => $"{Quote.Text(workload.ToString())} answers to it ({workload.Span})")
            .Concat(
                deployment
                    .Endpoints.Where(use => use.Host == name)
                    .Select(use =>
                        $"{use.Subject} calls it, port {use.Port?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "unknown"}: {use.Answer} ({use.Span})"
                    )
            )
            .Select(Quote.Text);

    private static IEnumerable<string> Routes(Deployment deployment, string path) =>
        deployment
            .Components.SelectMany(component =>
                component
                    .Routes.Where(route => route.Path.Matches(path))
                    .Select(route => $"{component.Title} serves {route.Method} {route.Path} ({route.Span})")
            )
            .Concat(
                deployment
                    .All<RouteCall>()
                    .Where(call => call.Path == path)
                    .Select(call => $"{call.Caller.Title} calls {call.Method} {call.Path} ({call.Span})")
            )
            .Concat(
                deployment.Workloads.SelectMany(workload =>
                    workload
                        .Probes.Where(probe => probe.Path == path)
                        .Select(probe => $"{probe.Origin} of {workload} asks it ({probe.Span})")
                )
            )
            .Select(Quote.Text);

    private static IEnumerable<string> Files(Deployment deployment, string path) =>
        deployment
            .Tree.Files.Where(file => file.Path == path)
            .Select(file => $"{path}: {(file.Status == FileStatus.Ignored ? "on disk, ignored by git" : "in the repository")}")
            .Concat(
                deployment
                    .Paths.Where(use => use.Answer.Looked == path || use.Path == path)
                    .Select(use => $"{use.Subject} names it: {use.Answer.Presence}, seen from {use.From} ({use.Span})")
            )
            .Select(Quote.Text);
}
