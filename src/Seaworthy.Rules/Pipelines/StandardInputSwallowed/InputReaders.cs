using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Commands that read standard input in scripts that are standard input, and in loops over <c>read</c>.</summary>
/// <remarks>
/// Source: Docker documentation, "docker compose exec" and "docker compose run": interactive unless <c>--interactive=false</c>, with <c>-T</c> as well
/// (docker/compose issues 7776 and 10418); "docker container exec", <c>-i</c>; ssh(1), <c>-n</c>; BashFAQ 89.
/// </remarks>
internal static class InputReaders
{
    public static IReadOnlyList<InputReader> Link(Deployment deployment)
    {
        var sent = SentScripts(deployment);
        return
        [
            .. deployment
                .Commands.GroupBy(site => site.Variables)
                .SelectMany(text => OfText([.. text], text.Any(site => site.IsReadFromInput || sent.Contains(site.Span.File)))),
        ];
    }

    private static IEnumerable<InputReader> OfText(List<CommandSite> sites, bool isOnInput)
    {
        if (isOnInput && sites.Exists(site => site.Command.Program == "exec" && site.Command.Redirects.Any(IsInput)))
        {
            yield break;
        }

        ShellCommand? loop = null;
        foreach (var site in sites)
        {
            var command = site.Command;
            if (command.Loop is null || command is { IsCondition: true, Loop: "while", Program: "true" or ":" })
            {
                loop = null;
            }

            if (command is { IsCondition: true, Loop: "while", Program: "read" })
            {
                loop = ReadsInput(command) ? command : null;
            }

            if ((loop is null && !isOnInput) || command.Function is not null && loop is null || Reader(site) is not { } reader)
            {
                continue;
            }

            var isFed = command.Joint == "|" || command.IsBackground || command.Redirects.Any(IsInput);
            yield return reader with
            {
                IsFed = isFed,
                LoopReader = isFed ? null : loop,
                Lost = isFed || loop is not null ? null : Lost(command, sites),
            };
        }
    }

    private static bool IsInput(ShellRedirect redirect) => redirect.Operator.Contains('<', StringComparison.Ordinal);

    private static bool ReadsInput(ShellCommand read) =>
        !read.Redirects.Any(IsInput) && !read.Arguments.Any(word => word.Raw.StartsWith("-u", StringComparison.Ordinal));

    /// <summary>The shell has read a line, a list and a compound command as a whole before it starts them: what is lost comes after.</summary>
    private static ShellCommand? Lost(ShellCommand reader, List<CommandSite> sites)
    {
        var isWithin = reader.IsConditional || reader.IsCondition || reader.Loop is not null;
        return sites
            .Select(site => site.Command)
            .Where(command =>
                command.Span.StartLine > reader.Span.EndLine
                && command is { Joint: ";", Function: null, IsInSubstitution: false }
                && command.Program is not ("" or "echo" or "printf" or "exit" or "true" or ":")
                && !(isWithin && (command.IsConditional || command.IsCondition || command.Loop is not null))
            )
            .FirstOrDefault();
    }

    private static InputReader? Reader(CommandSite site)
    {
        foreach (var known in site.Known)
        {
            switch (known)
            {
                case ComposeCommand { Verb: "exec" or "run" } compose when IsAttached(compose):
                    return Named(site, compose.Verb) is { } verb
                        ? site.Command.Words.Any(word => word.Literal == "compose")
                            ? new InputReader(site, $"docker compose {compose.Verb}", verb, $"Write `{compose.Verb} --interactive=false`")
                            : new InputReader(site, $"docker-compose {compose.Verb}", verb, $"Append `</dev/null` to `{compose.Verb}`")
                        : null;
                case DockerExecCommand { IsInteractive: true }:
                    return Option(site) is { } exec ? new InputReader(site, "docker exec -i", exec, "Remove `-i`") : null;
                case DockerRunCommand { IsInteractive: true }:
                    return Option(site) is { } run ? new InputReader(site, "docker run -i", run, "Remove `-i`") : null;
                case KubectlCommand { Verb: "exec", Inner: not null } kubectl
                    when kubectl.Options.Any(option => option.Name is "-i" or "--stdin"):
                    return Option(site) is { } pod ? new InputReader(site, "kubectl exec -i", pod, "Remove `-i`") : null;
                case RemoteCommand { ReadsInput: true, Inner: not null }:
                    return Named(site, "ssh") is { } ssh ? new InputReader(site, "ssh", ssh, "Write `ssh -n`") : null;
            }
        }

        return null;
    }

    private static bool IsAttached(ComposeCommand compose) =>
        !compose.HasFlag("-d", "--detach")
        && !compose.VerbFlags.Any(flag => flag is { Name: "--interactive" or "-i", Value.Literal: "false" });

    private static SourceSpan? Named(CommandSite site, string name) =>
        site.Command.Words.FirstOrDefault(word => word.Literal == name)?.Span;

    private static SourceSpan? Option(CommandSite site) =>
        site.Command.Words.FirstOrDefault(word => word.Literal is "--interactive" or "--stdin" || word.HasFlag('i'))?.Span;

    /// <summary>Files of the repository that a shell elsewhere reads: <c>ssh host 'bash -s' &lt; deploy.sh</c>.</summary>
    private static HashSet<SourceFile> SentScripts(Deployment deployment) =>
        [
            .. from site in deployment.Commands
            where site.Known.Any(known => known is RemoteCommand remote && IsShell(remote.Inner))
            from redirect in site.Command.Redirects
            where redirect is { Operator: "<", HereDocument: null }
            let path = site.Variables.Value(redirect.Target)
            where path is not null
            from directory in site.Directories.Take(1)
            let script = deployment.At<ShellScript>(RepositoryPath.Join(directory, path) ?? "")
            where script is not null
            select script.File,
        ];

    /// <summary>The shell of the login, or one that reads its input.</summary>
    private static bool IsShell(ShellCommand? inner) =>
        inner is null || inner.Words[0].Literal is "bash" or "/bin/bash" or "bash -s" or "bash -se" or "zsh";
}
