using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A script uses a variable that its step does not give it, beside others that it does.</summary>
/// <remarks>Sources: appleboy/ssh-action, README, "envs": the server gets the variables that are named there; GitHub documentation, "Variables".</remarks>
internal sealed class VariableNotHandedOn : Rule<VariableNotHandedOn.GivenScript>
{
    // Beside so many variables that the step sets, one that it does not set is forgotten.
    private const int FewestGiven = 2;

    private const int MostNames = 3;

    private const int ShortestName = 4;

    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "variable-not-handed-on",
            "Variable not passed to script",
            Severity.High,
            "The shell inserts an empty string and continues: the program starts with an empty password, or without its address.",
            "The step gives its script every variable that it uses."
        );

    public override IEnumerable<GivenScript> Subjects(Deployment deployment) =>
        from workflow in deployment.Of<Workflow>()
        from job in workflow.Jobs
        from step in job.Steps
        let script = Remote(workflow, job, step) ?? Local(workflow, job, step)
        where script is not null
        select script;

    protected override Subject Identify(GivenScript subject) => new(subject.Job, subject.Place);

    protected override IEnumerable<Verdict> Check(GivenScript subject, Deployment deployment)
    {
        if (subject.Missing is not [var first, ..])
        {
            yield break;
        }

        var names = NameList.Of([.. subject.Missing.Select(name => $"${name.Value}")], MostNames);
        var message = subject.IsRemote
            ? $"{subject.Job} uses {names} on the server, but `envs` does not pass {(subject.Missing.Count == 1 ? "it" : "them")}."
            : $"{subject.Job} uses {names}, but neither the step nor its job or workflow sets {(subject.Missing.Count == 1 ? "it" : "them")}.";
        yield return (subject.IsRemote ? Fail(first.Span, message) : LikelyFail(first.Span, message))
            .Related(subject.Place, subject.IsRemote ? "passed here" : "set here")
            .Related(subject.Missing.Skip(1).Take(MostNames).Select(name => name.Span))
            .Remedy(
                subject.IsRemote
                    ? $"Add `{first.Value}` to `envs` of the step in {subject.Place}."
                    : $"Add `{first.Value}: ${{{{ secrets.{first.Value} }}}}` to `env` of the step in {subject.Place}."
            )
            .Verify($"git grep -nw {first.Value} -- {first.Span.File.Path}   # must find it in the env or envs of the step");
    }

    /// <summary>The script of an SSH action: of the variables of the job, the server gets those named by <c>envs</c>.</summary>
    private static GivenScript? Remote(Workflow workflow, WorkflowJob job, WorkflowStep step)
    {
        if (
            step is not { Uses.Name: "appleboy/ssh-action", RemoteCommands.Count: > 0 }
            || step.Input("allenvs") is not null
            || step.RemoteCommands.Any(IsOpen)
            || Environment(workflow, job, step).ToList() is not { Count: > 0 } given
        )
        {
            return null;
        }

        var envs = step.Input("envs");
        var passed = (envs?.Raw ?? "").Split(',', '\n', ' ').Select(name => name.Trim()).ToHashSet(StringComparer.Ordinal);
        var names = given.Select(variable => variable.Name).ToHashSet(StringComparer.Ordinal);
        names.ExceptWith(step.RemoteCommands.SelectMany(command => command.Assignments).Select(assignment => assignment.Name));
        var missing = Uses(step.RemoteCommands)
            .Where(use => names.Contains(use.Value) && !passed.Contains(use.Value) && !AmbientVariables.IsPresent(use.Value))
            .DistinctBy(use => use.Value)
            .ToList();
        return new GivenScript($"{workflow.File.Name}: {job.Id}", envs?.Span ?? given[0].Value.Span, missing) { IsRemote = true };
    }

    /// <summary>The script of a step on a machine that is made for the job: it has what the workflow gives it, and nothing else.</summary>
    private static GivenScript? Local(Workflow workflow, WorkflowJob job, WorkflowStep step)
    {
        if (
            step is not { Run.Commands.Count: > 0, Environment.Count: >= FewestGiven }
            || job is not { RunsOn.IsHosted: true, Container: null }
            || step.Run.Shell is not ("bash" or "sh")
            || step.Run.Commands.Any(IsOpen)
        )
        {
            return null;
        }

        var earlier = job.Steps.TakeWhile(other => other != step).ToList();
        if (earlier.Any(other => HostedJob.MayBring(other) || (other.Run?.Commands ?? []).Any(SetsUnknown)))
        {
            return null;
        }

        HashSet<string> known =
        [
            .. Environment(workflow, job, step).Select(variable => variable.Name),
            .. earlier.SelectMany(HandedNames.Of),
            .. step.Run.Commands.SelectMany(command => command.Assignments).Select(assignment => assignment.Name),
            .. step
                .Run.Commands.Where(command => command.Program is "read" or "for" or "mapfile")
                .SelectMany(command => command.Words)
                .Select(word => word.Raw),
        ];
        var missing = Uses(step.Run.Commands)
            .Where(use => !known.Contains(use.Value) && IsOwn(use.Value))
            .Where(use => ShellUses.IsOnlyUsed(step.Run.Text.Raw, use.Value) || IsHandedUnderItsName(step.Run.Text.Raw, use.Value))
            .Where(use => !step.Run.Commands.Any(command => ShellUses.Tests(command, use.Value)))
            .DistinctBy(use => use.Value)
            .ToList();
        return new GivenScript($"{workflow.File.Name}: {job.Id}", step.Environment[0].Value.Span, missing);
    }

    private static IEnumerable<NamedTemplate> Environment(Workflow workflow, WorkflowJob job, WorkflowStep step) =>
        step.Environment.Concat(job.Environment).Concat(workflow.Environment);

    /// <summary>The variables of the words, and those of here-documents that the shell fills in.</summary>
    private static IEnumerable<Fact<string>> Uses(IReadOnlyList<ShellCommand> commands) =>
        commands.SelectMany(command => ShellUses.Of(command).Concat(command.Redirects.SelectMany(OfDocument)));

    private static IEnumerable<Fact<string>> OfDocument(ShellRedirect redirect) =>
        redirect.HereDocumentText is { } text && !redirect.Target.Raw.AsSpan().ContainsAny('\'', '"', '\\')
            ? DocumentVariables.Of(text)
            : [];

    /// <summary><c>-e NAME="${NAME}"</c>: the name on the left sets it for another program.</summary>
    private static bool IsHandedUnderItsName(string text, string name) =>
        WholeWords
            .Find(text, name, WholeWords.IsOfIdentifier)
            .All(at =>
                ShellUses.IsOnlyUse(text, new NamePlace(name, at))
                || (at > 2 && at + name.Length < text.Length && text[at + name.Length] == '=' && text[(at - 3)..at] == "-e ")
            );

    private static bool IsOwn(string name) =>
        name.Length >= ShortestName
        && name.Contains('_', StringComparison.Ordinal)
        && name.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter) || letter == '_')
        && !AmbientVariables.IsPresent(name)
        && !AmbientVariables.IsSetByOthers(name)
        && !BashVariables.Contains(name)
        && !name.StartsWith("JAVA_", StringComparison.Ordinal)
        && !name.StartsWith("ANDROID_", StringComparison.Ordinal);

    /// <summary>It may set any name.</summary>
    private static bool IsOpen(ShellCommand command) =>
        command.Program is "source" or "." or "eval"
        || command is { Program: "printf", Words: [_, { Literal: "-v" }, ..] }
        // export $(cat .env)
        || (
            command.Program is "export" or "set"
            && command.Words.Skip(1).Any(word => word.Raw.Contains("$(", StringComparison.Ordinal) || word.Literal == "-a")
        );

    private static bool SetsUnknown(ShellCommand command) =>
        command.Redirects.Any(redirect => redirect.Target.Raw.Contains("GITHUB_ENV", StringComparison.Ordinal))
        && command.Program is not ("echo" or "printf" or "tee" or "")
        && (command.Program != "cat" || command.Redirects.All(redirect => redirect.HereDocument is null));

    /// <summary>A script whose variables are known, and those that it lacks.</summary>
    /// <param name="Place">Where the step gives it variables.</param>
    internal sealed record GivenScript(string Job, SourceSpan Place, IReadOnlyList<Fact<string>> Missing)
    {
        public bool IsRemote { get; init; }
    }
}
