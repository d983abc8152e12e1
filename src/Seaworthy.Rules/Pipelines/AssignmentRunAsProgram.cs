using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>An assignment stands where the shell takes it for a program, or a program where the shell takes it for a value.</summary>
/// <remarks>Source: POSIX.1-2024, Shell Command Language, 2.9.1 "Simple Commands": assignments come before the first word, and each is one word.</remarks>
internal sealed class AssignmentRunAsProgram : Rule<AssignmentRunAsProgram.Misplaced>
{
    // They start their first operand, and take no variables for it. `env` and `sudo` do; `time` is a word of the shell.
    private static readonly string[] Starters = ["nohup", "exec", "setsid", "nice", "timeout"];

    // By the program, words that only its arguments begin with.
    private static readonly Dictionary<string, string[]> Beginnings = new(StringComparer.Ordinal)
    {
        ["echo"] = ["$(", "`", "\"$"],
        ["cat"] = ["./", "/"],
        ["git"] = ["describe", "rev-parse", "rev-list", "log", "diff", "show"],
        ["date"] = ["+", "-u", "'+", "\"+"],
        ["jq"] = ["-r", "'.", "\"."],
        ["curl"] = ["-", "http", "\"http"],
        ["aws"] = ["ecr", "ecs", "ec2", "ssm", "sts", "secretsmanager", "cloudformation"],
        ["docker"] = ["ps", "inspect", "images"],
        ["kubectl"] = ["get"],
        ["terraform"] = ["output"],
        ["node"] = ["-p", "-e"],
        ["grep"] = ["-"],
        ["basename"] = ["$", "\"$"],
        ["openssl"] = ["rand"],
        ["gcloud"] = ["run", "compute", "secrets"],
        ["az"] = ["account", "acr", "keyvault"],
        ["mvn"] = ["help:evaluate", "-q"],
        ["npm"] = ["pkg", "view"],
    };

    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "assignment-run-as-program",
            "Misplaced variable assignment",
            Severity.High,
            "The shell looks for a program of the wrong name: `command not found`, and the variable stays empty.",
            "Assignments stand before the program, and values of commands are in `$(…)`."
        );

    public override IEnumerable<Misplaced> Subjects(Deployment deployment) =>
        from site in deployment.Commands
        let found = Of(site)
        where found is not null
        select found;

    protected override Subject Identify(Misplaced subject) => new(subject.Site.Subject, subject.Site.Span);

    protected override IEnumerable<Verdict> Check(Misplaced subject, Deployment deployment)
    {
        if (subject.Message is not { } message)
        {
            yield break;
        }

        var verdict = subject.Site.IsConditional ? Warn(subject.Site.Span, message).As(Severity.Medium) : Fail(subject.Site.Span, message);
        yield return verdict.Remedy($"{subject.Remedy} in {subject.Site.Span}.").VerifyGone();
    }

    private static Misplaced? Of(CommandSite site)
    {
        var command = site.Command;
        if (command.Words is [{ Literal: { } starter }, ..] && Starters.Contains(starter))
        {
            var word = command.Words.Skip(starter == "timeout" ? 2 : 1).FirstOrDefault(other => other.Prefix is not ['-', ..]);
            return word is null ? null
                : NameOf(word) is not { } name ? new Misplaced(site, null, "")
                : new Misplaced(
                    site,
                    $"`{starter}` starts a program called `{name}=…`: an assignment is one only before `{starter}`.",
                    $"Write `{name}=…` before `{starter}`, or `{starter} env {name}=…`,"
                );
        }

        var inner = site
            .Known.Select(known =>
                known is DockerExecCommand { Inner: { } ofContainer } ? ofContainer
                : known is ComposeCommand { Verb: "exec", Inner: { } ofService } ? ofService
                : null
            )
            .FirstOrDefault(run => run is not null);
        if (inner?.Words is [var first, _, ..] && NameOf(first) is { } given)
        {
            return new Misplaced(
                site,
                $"`{command.Words[0]} exec` starts a program called `{given}=…`: no shell reads the assignment.",
                $"Pass `-e {given}=…` before the name of the container"
            );
        }

        return
            command.Assignments is [.., { Value: { Literal: { } program, Raw: not ['"' or '\'', ..] } } assignment]
            && command.Words is [{ Raw: { } next }, ..]
            && Beginnings.TryGetValue(program, out var beginnings)
            && Array.Exists(beginnings, beginning => IsBeginning(next, beginning))
            ? new Misplaced(
                site,
                $"`{assignment.Name}={program}` sets the text `{program}`, and the shell runs what follows as a program.",
                $"Write `{assignment.Name}=$({program} …)`"
            )
            : null;
    }

    private static bool IsBeginning(string word, string beginning) =>
        char.IsAsciiLetter(beginning[^1]) && beginning != "http" && !beginning.EndsWith("http", StringComparison.Ordinal)
            ? word == beginning
            : word.StartsWith(beginning, StringComparison.Ordinal);

    private static string? NameOf(ShellWord word) =>
        word.Raw is not ['"' or '\'', ..]
        && word.Prefix.IndexOf('=', StringComparison.Ordinal) is > 0 and var end
        && word.Prefix[..end] is var name
        && (char.IsAsciiLetter(name[0]) || name[0] == '_')
        && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')
            ? name
            : null;

    /// <summary>A command with an assignment; the message is null where the shell takes it for one.</summary>
    internal sealed record Misplaced(CommandSite Site, string? Message, string Remedy);
}
