using System.Text.RegularExpressions;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Engine.Tracing;

/// <summary>Every place of an environment variable: where it is written down, who is given it, who reads it, what it leads to.</summary>
public static class VariableTrace
{
    public static IEnumerable<TraceLine> Of(Deployment deployment, string name)
    {
        ArgumentNullException.ThrowIfNull(deployment);
        var byWorkload = deployment.Workloads.SelectMany(workload => Of(deployment, workload, name)).ToList();
        var shown = byWorkload.Select(line => line.Span).ToHashSet();
        return Written(deployment, name)
            .Concat(Built(deployment, name))
            .Concat(FilledIn(deployment, name))
            .Concat(byWorkload)
            .Concat(
                deployment
                    .Components.SelectMany(component =>
                        Reads($"the source of {component.Title}", component.Code.SelectMany(file => file.EnvironmentReads), name)
                    )
                    .Where(line => !shown.Contains(line.Span))
            );
    }

    /// <summary>Every name that the repository knows, for a caller that asked for an unknown one.</summary>
    public static IEnumerable<string> Names(Deployment deployment)
    {
        ArgumentNullException.ThrowIfNull(deployment);
        return deployment
            .Of<EnvFile>()
            .SelectMany(file => file.Entries.Select(entry => entry.Name.Value))
            .Concat(deployment.Workloads.SelectMany(workload => workload.Supplied.Select(variable => variable.Name)))
            .Concat(deployment.Of<CodeFile>().SelectMany(file => file.EnvironmentReads.Select(read => read.Name)))
            .Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<TraceLine> Written(Deployment deployment, string name) =>
        deployment
            .Of<EnvFile>()
            .SelectMany(file =>
                file.Entries.Where(entry => entry.Name.Value == name)
                    .Select(entry => new TraceLine("env files", TraceStep.Documented, entry.Span, file.IsTemplate ? "a template" : ""))
            );

    private static IEnumerable<TraceLine> Built(Deployment deployment, string name) =>
        deployment.Images.SelectMany(image =>
            image
                .Build.Arguments.Where(argument => argument.Name == name)
                .Select(argument => new TraceLine($"image {image.Name}", TraceStep.Built, argument.Span, "a build argument"))
        );

    /// <summary>Places of Compose files that have its value: <c>${NAME:-default}</c>, <c>$NAME</c>; <c>$$NAME</c> is for the container's shell.</summary>
    /// <remarks>Source: Docker documentation, "Set, use, and manage variables in a Compose file with interpolation".</remarks>
    private static IEnumerable<TraceLine> FilledIn(Deployment deployment, string name)
    {
        var reference = Reference(name);
        return from file in deployment.Of<ComposeFile>()
            from match in reference.Matches(file.File.Text)
            select new TraceLine(
                "Compose files",
                TraceStep.Read,
                new SourceSpan(file.File, match.Groups[1].Index, match.Groups[1].Length),
                "filled in by Compose"
            );
    }

    private static Regex Reference(string name) =>
        new($@"(?<!\$)(?:\$\$)*\$\{{?({Regex.Escape(name)})(?![A-Za-z0-9_])", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static IEnumerable<TraceLine> Of(Deployment deployment, Workload workload, string name)
    {
        var owner = workload.ToString();
        return workload
            .Supplied.Where(variable => variable.Name == name)
            .SelectMany(variable =>
                variable
                    .Value.Chain.Where(span => span.ToString() != variable.Span.ToString())
                    .Select(span => new TraceLine(owner, TraceStep.Given, span, "its value"))
                    .Prepend(new TraceLine(owner, TraceStep.Given, variable.Span, variable.Value.UnknownBecause ?? ""))
            )
            .Concat(Reads(owner, deployment.Variables.Where(variables => variables.Workload.Span == workload.Span).SelectMany(Reads), name))
            .Concat(
                deployment
                    .Endpoints.Where(use => use.Variable == name && use.Caller is { } caller && caller.Span == workload.Span)
                    .Select(use => new TraceLine(owner, TraceStep.Calls, use.Span, Leads(use)))
            );
    }

    private static IEnumerable<EnvironmentRead> Reads(WorkloadVariables variables) => variables.Uses.SelectMany(use => use.Reads);

    private static IEnumerable<TraceLine> Reads(string owner, IEnumerable<EnvironmentRead> reads, string name) =>
        reads
            .Where(read => read.Name == name || read.Aliases.Contains(name, StringComparer.Ordinal))
            .Select(read => new TraceLine(owner, TraceStep.Read, read.Span, How(read)));

    private static string How(EnvironmentRead read)
    {
        var when = read.IsBuildTime ? ", when it is built" : "";
        return read switch
        {
            { Default: not null } => "has a default" + when,
            { Demand: Demand.Required } => "required" + when,
            { Demand: Demand.Optional } => "optional" + when,
            _ => "no default" + when,
        };
    }

    private static string Leads(EndpointUse use) =>
        use switch
        {
            { Callee: { } callee } => $"{use.Host} is {callee}",
            { Answer: HostAnswer.Nobody } => $"nobody answers to {use.Host}",
            { Answer: HostAnswer.Loopback } => $"{use.Host} is the container itself",
            _ => $"{use.Host} is outside",
        };
}
