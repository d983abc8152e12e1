using Seaworthy.Model;
using Seaworthy.Model.Declared.GitLab;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Variables of scripts that nothing in the repository sets, where the same script sets one of nearly that name.</summary>
/// <remarks>
/// The environment may hold any name: an unset one is reported only beside a similar one. A name that any file has other than after a dollar sign (a key, a word of a command, a
/// comment) counts as known, and so does one that a script tests or gives a default.
/// </remarks>
internal sealed class UnsetNames
{
    private static readonly string[] Foreign =
    [
        "BUILD_ID",
        "BUILD_NUMBER",
        "BUILD_TAG",
        "BUILD_URL",
        "BUILD_SOURCE",
        "JOB_NAME",
        "CI_",
        "GITLAB_",
        "GITHUB_",
        "RUNNER_",
        "BASH_",
        "DOCKER_",
        "AWS_",
        "npm_",
        "COMP_",
    ];

    private readonly Deployment deployment;
    private readonly Dictionary<string, TakenIn> takenIn = new(StringComparer.Ordinal);

    private UnsetNames(Deployment deployment)
    {
        this.deployment = deployment;
        List<ShellScript> takingIn = [.. deployment.Of<ShellScript>().Where(TakesInComputed)];
        NameSearch search = new(takingIn.Count == 0 ? [] : deployment.Of<ShellScript>().Select(script => script.File.Name));
        foreach (var script in takingIn)
        {
            foreach (var name in search.NamesIn(script.File))
            {
                takenIn[name] = new TakenIn(script, takenIn.ContainsKey(name));
            }
        }
    }

    public static IReadOnlyList<ShellNames> Link(Deployment deployment)
    {
        UnsetNames names = new(deployment);
        List<ShellNames> found = [.. names.Texts().Select(text => Of(text.Subject, text.Commands)).OfType<ShellNames>()];
        var elsewhere = names.Elsewhere(found.SelectMany(text => text.Unset).Select(unset => unset.Name));
        return elsewhere.Count == 0
            ? found
            : [.. found.Select(text => text with { Unset = [.. text.Unset.Where(unset => !elsewhere.Contains(unset.Name))] })];
    }

    private IEnumerable<ScriptText> Texts() =>
        [
            .. from workflow in deployment.Of<Workflow>()
            from job in workflow.Jobs
            from step in job.Steps
            from commands in (IReadOnlyList<ShellCommand>[])[step.Run?.Commands ?? [], step.RemoteCommands]
            select new ScriptText($"{workflow.File.Name}: {job.Id}", commands),
            .. from pipeline in deployment.Of<GitLabPipeline>()
            from job in pipeline.Jobs
            select new ScriptText($"{pipeline.File.Name}: {job.Name}", [.. job.BeforeScript ?? [], .. job.Script ?? []]),
            .. deployment
                .Of<ShellScript>()
                .Where(script => !IsTakenIn(script))
                .Select(script => new ScriptText(script.File.Path, script.Commands)),
        ];

    /// <summary>Another script names it, and takes in a file of a computed place besides: that may set anything.</summary>
    private bool IsTakenIn(ShellScript script) =>
        takenIn.TryGetValue(script.File.Name, out var taken) && (taken.IsByOthers || !ReferenceEquals(taken.By, script));

    private static bool TakesInComputed(ShellScript script) =>
        script.Commands.Any(command => command is { Program: "source" or ".", Words: [_, { Literal: null }, ..] });

    private static ShellNames? Of(string subject, IReadOnlyList<ShellCommand> commands)
    {
        var set = commands
            .SelectMany(command => command.Assignments)
            .DistinctBy(assignment => assignment.Name)
            .Select(assignment => new Fact<string>(assignment.Name, assignment.Span))
            .ToList();
        // What is read in from elsewhere may set anything.
        if (
            set.Count == 0
            || commands.Any(command =>
                command.Program is "source" or "." or "eval" or "set" && command.Words.Count > 1 && !IsFlags(command)
            )
        )
        {
            return null;
        }

        var known = set.Select(name => name.Value).ToHashSet(StringComparer.Ordinal);
        SetNames names = new(set);
        var uses = commands
            .SelectMany(ShellUses.Of, (command, use) => new { command, use })
            .ToLookup(pair => pair.use.Value, pair => pair.command, StringComparer.Ordinal);
        return new ShellNames(subject, set[0].Span)
        {
            Unset =
            [
                .. commands
                    .SelectMany(ShellUses.Of)
                    .DistinctBy(use => use.Value)
                    .Where(use => !known.Contains(use.Value))
                    .Select(use => Unset(use, names))
                    .OfType<UnsetName>()
                    .Where(unset => !uses[unset.Name].Any(command => ShellUses.Tests(command, unset.Name)))
                    .Select(unset => unset with { IsOnlyShown = uses[unset.Name].All(ShellUses.Shows) }),
            ],
        };
    }

    private static bool IsFlags(ShellCommand command) => command.Program == "set" && command.Words[1].Prefix is ['-' or '+', not '-', ..];

    private static UnsetName? Unset(Fact<string> use, SetNames set)
    {
        var name = use.Value;
        if (
            name.Length < 4
            || !(char.IsAsciiLetter(name[0]) || name[0] == '_')
            || AmbientVariables.IsPresent(name)
            || BashVariables.Contains(name)
            || AmbientVariables.IsSetByOthers(name)
            || Array.Exists(Foreign, prefix => name.StartsWith(prefix, StringComparison.Ordinal))
        )
        {
            return null;
        }

        return set.Near(name) is { } near ? new UnsetName(name, use.Span, near)
            : set.OfFamily(name) is { } family ? new UnsetName(name, use.Span, family) { IsOfFamily = true }
            : null;
    }

    /// <summary>Names that some file has otherwise than as the value of the variable, or with a default.</summary>
    private HashSet<string> Elsewhere(IEnumerable<string> suspected)
    {
        NameSearch search = new(suspected);
        return deployment
            .Artifacts.Select(artifact => artifact.File)
            .Distinct()
            .SelectMany(file => ShellUses.NamedOtherwise(file, search))
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <param name="Subject">The script, or the job it is a part of.</param>
    private sealed record ScriptText(string Subject, IReadOnlyList<ShellCommand> Commands);

    /// <param name="By">A script that names it and takes in a file of a computed place.</param>
    private sealed record TakenIn(ShellScript By, bool IsByOthers);
}
