using Seaworthy.Model;
using Seaworthy.Model.Declared.GitLab;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Linking.Commands;

/// <summary>Variables of scripts that nothing in the repository sets, where the same script sets one of nearly that name.</summary>
/// <remarks>
/// The environment may hold any name: only beside a near one is its absence told. A name that any file has otherwise than behind a dollar sign (a key, a word of a command, a
/// comment) counts as known, and so does one that a script tests or gives a default.
/// </remarks>
internal sealed class UnsetNames
{
    private const int FewestWordsOfFamily = 3;

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
    private readonly List<ShellScript> takingIn;

    private UnsetNames(Deployment deployment)
    {
        this.deployment = deployment;
        takingIn = [.. deployment.Of<ShellScript>().Where(TakesInComputed)];
    }

    public static IReadOnlyList<ShellNames> Link(Deployment deployment)
    {
        UnsetNames names = new(deployment);
        return [.. names.Texts().Select(text => names.Of(text.Subject, text.Commands)).OfType<ShellNames>()];
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
        takingIn.Exists(other => other != script && other.File.Text.Contains(script.File.Name, StringComparison.Ordinal));

    private static bool TakesInComputed(ShellScript script) =>
        script.Commands.Any(command => command is { Program: "source" or ".", Words: [_, { Literal: null }, ..] });

    private ShellNames? Of(string subject, IReadOnlyList<ShellCommand> commands)
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
                    .Select(use => Unset(use, set))
                    .OfType<UnsetName>()
                    .Where(unset => !uses[unset.Name].Any(command => ShellUses.Tests(command, unset.Name)) && IsNowhereElse(unset.Name))
                    .Select(unset => unset with { IsOnlyShown = uses[unset.Name].All(ShellUses.Shows) }),
            ],
        };
    }

    private static bool IsFlags(ShellCommand command) => command.Program == "set" && command.Words[1].Prefix is ['-' or '+', not '-', ..];

    private static UnsetName? Unset(Fact<string> use, IReadOnlyList<Fact<string>> set)
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

        if (NearMiss.Of(name, set.Select(other => other.Value).Where(other => !AreNumbered(name, other))) is { } near)
        {
            return new UnsetName(name, use.Span, set.First(other => other.Value == near));
        }

        var family = set.Where(other => AreOfFamily(name, other.Value)).ToList();
        return family.Count > 1 ? new UnsetName(name, use.Span, family[0]) { IsOfFamily = true } : null;
    }

    /// <summary><c>HOST1</c> and <c>HOST2</c>, <c>V1_TAG</c> and <c>V2_TAG</c>: two of a row.</summary>
    private static bool AreNumbered(string one, string other) =>
        string.Concat(one.Where(letter => !char.IsAsciiDigit(letter))) == string.Concat(other.Where(letter => !char.IsAsciiDigit(letter)));

    private static bool AreOfFamily(string one, string other) =>
        one.Split('_') is { Length: >= FewestWordsOfFamily } words
        && other.Split('_') is var others
        && others.Length == words.Length
        && words.AsSpan(..^1).SequenceEqual(others.AsSpan(..^1));

    /// <summary>No file has the name but as the value of the variable, and without a default.</summary>
    private bool IsNowhereElse(string name) =>
        deployment.Artifacts.Select(artifact => artifact.File).Distinct().All(file => ShellUses.IsOnlyUsed(file.Text, name));

    /// <param name="Subject">The script, or the job it is a part of.</param>
    private sealed record ScriptText(string Subject, IReadOnlyList<ShellCommand> Commands);
}
