using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>A value for a setting that is parsed as JSON.</summary>
/// <param name="Owner">The workload or job with the value.</param>
/// <param name="Field">Where the setting is declared.</param>
internal sealed record JsonSetting(string Name, Fact<string> Value, string Owner, SourceSpan Field)
{
    // `os.environ[name] = …` sets a variable of no known name.
    private const string ComputedName = "os.environ.";

    /// <summary>The owner's program is known to load the settings.</summary>
    public bool IsLoaded { get; init; }

    public static IEnumerable<JsonSetting> All(Deployment deployment) => OfWorkloads(deployment).Concat(OfPipelines(deployment));

    private static IEnumerable<JsonSetting> OfWorkloads(Deployment deployment) =>
        from variables in deployment.Variables
        from use in variables.Uses
        let given = Given(use)
        where given is { Value.Length: > 0 }
        let field = use.Reads.FirstOrDefault(read => read.IsJson)
        where field is not null && !IsRewritten(field, deployment)
        select new JsonSetting(use.Name, given, use.Workload.Name, field.Span) { IsLoaded = use.IsLoaded };

    /// <summary>What the workload is given; else what the template has from which its env file is made.</summary>
    private static Fact<string>? Given(VariableUse use) =>
        use.Supply is { Value.Text: { } text, Span: var span } ? new Fact<string>(text, span)
        : use is { Supply: null, Promised: { Value.Literal: { } promised } entry } ? new Fact<string>(promised, entry.Span)
        : null;

    /// <summary>The file of the settings itself sets variables whose names it computes: it may have made JSON of them before they are parsed.</summary>
    private static bool IsRewritten(EnvironmentRead field, Deployment deployment) =>
        deployment.At<CodeFile>(field.Span.File.Path)?.Settings.Any(setting => setting.Name == ComputedName) is true;

    /// <summary>Jobs and platforms whose programs are not followed: only if a single setting of the repository has the name.</summary>
    private static IEnumerable<JsonSetting> OfPipelines(Deployment deployment)
    {
        var fields = deployment
            .Components.SelectMany(component => component.Code)
            .SelectMany(file => file.EnvironmentReads)
            .DistinctBy(read => read.Span)
            .ToLookup(read => read.Name, StringComparer.OrdinalIgnoreCase);
        return from value in Values(deployment)
            let field = Only(fields[value.Name], value.Name)
            where field is not null
            select new JsonSetting(value.Name, value.Value, value.Owner, field.Span);
    }

    private static EnvironmentRead? Only(IEnumerable<EnvironmentRead> reads, string name) =>
        reads.ToList() is [{ IsJson: true } only] && (only.IgnoresCase || only.Name == name) ? only : null;

    private static IEnumerable<Literal> Values(Deployment deployment)
    {
        foreach (var workflow in deployment.Of<Workflow>())
        {
            var jobs = workflow.Jobs.SelectMany(job =>
                job.Environment.Concat(job.Steps.SelectMany(step => step.Environment))
                    .Select(variable => new { variable, Owner = $"{workflow.File.Name}: {job.Id}" })
            );
            foreach (var given in workflow.Environment.Select(variable => new { variable, Owner = workflow.File.Name }).Concat(jobs))
            {
                if (given.variable.Value.Literal is { Length: > 0 } text)
                {
                    yield return new Literal(given.variable.Name, new Fact<string>(text, given.variable.Value.Span), given.Owner);
                }
            }
        }

        foreach (var variable in deployment.Of<AppSpec>().SelectMany(spec => spec.Envs))
        {
            if (variable is { Value: { Value.Length: > 0 } value } && !value.Value.Contains("${", StringComparison.Ordinal))
            {
                yield return new Literal(variable.Name.Value, value, variable.Scope ?? variable.Span.File.Path);
            }
        }
    }

    private sealed record Literal(string Name, Fact<string> Value, string Owner);
}
