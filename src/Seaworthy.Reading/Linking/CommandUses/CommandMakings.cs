using System.Collections.Frozen;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;

namespace Seaworthy.Reading.Linking.CommandUses;

/// <summary>What a command may put into the workspace, as far as its words tell.</summary>
internal static class CommandMakings
{
    private static readonly FrozenSet<string> Harmless = FrozenSet.ToFrozenSet(
        """
        echo printf set export cd ls test [ [[ exit return sleep true false : date grep egrep sed awk cut sort uniq tr head tail wc
        cat jq yq pwd which type command  shift local read trap wait kill pkill pgrep ps df du free id whoami hostname uname basename
        dirname realpath readlink seq expr let unset  apt-get apt apk yum dnf brew pip pip3 psql mysql redis-cli pg_isready pg_dump
        nc systemctl service chmod chown rm docker docker-compose  kubectl helm gcloud az flyctl fly heroku vercel railway terraform
        rustup gh df source . umask ulimit tput clear base64 md5sum  sha256sum pytest eslint prettier ruff flake8 mypy black isort
        curl ping openssl ssh-keyscan ssh ssh-add eval corepack nvm  break continue getopts stat find xargs mkdir touch tee cp mv
        ln install rsync scp lsof netstat ss timeout bc
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
    );

    public static IEnumerable<Making> Of(ShellCommand command)
    {
        var because = $"{command.Span} may create it";
        foreach (
            var redirect in command.Redirects.Where(redirect =>
                redirect.Operator is ">" or ">>" or "&>" or ">|" or "1>" or "2>" or "2>>" && !IsOfRunner(redirect.Target)
            )
        )
        {
            yield return Written(redirect.Target, because);
        }

        var isUnderstood = false;
        foreach (var known in KnownCommand.Of(command))
        {
            isUnderstood = true;
            foreach (var making in Of(known, because))
            {
                yield return making;
            }
        }

        foreach (var making in OfProgram(CommandLine.Of(command), isUnderstood, because))
        {
            yield return making;
        }
    }

    /// <summary>The runner's own files, which lie outside the workspace: <c>>> "$GITHUB_OUTPUT"</c>.</summary>
    /// <remarks>Source: GitHub Actions, "Workflow commands", "Environment files".</remarks>
    private static bool IsOfRunner(ShellWord target) =>
        target.Parts
            is [
                {
                    Kind: ShellPartKind.Variable,
                    Text: "GITHUB_OUTPUT" or "GITHUB_ENV" or "GITHUB_PATH" or "GITHUB_STATE" or "GITHUB_STEP_SUMMARY"
                },
            ];

    private static IEnumerable<Making> Of(KnownCommand known, string because) =>
        known switch
        {
            FileCommand { Tool: "rsync" or "scp" } => [new Making(null, true, because)],
            FileCommand { Tool: "tar", Writes.Count: 0 } => [new Making(null, true, because)],
            // "cp -r ../web/. ./": whatever that holds.
            FileCommand
            {
                Tool: "cp" or "mv",
                Writes: [{ Literal: "." or "./" }],
                Reads: [{ Raw: [.., '/', '.'] or [.., '/', '*'] }, ..]
            } => [new Making(null, true, because)],
            FileCommand file => file.Writes.Concat(file.Writes.Count > 0 ? file.Reads : []).Select(word => Written(word, because)),
            PackageScriptCommand { Verb: "install" or "add" } => PackageLocks
                .Names.Append("node_modules")
                .Select(name => new Making(name, false, because)),
            PackageScriptCommand { Verb: "init" or "create" or "dlx" or "exec" } => [new Making(null, true, because)],
            SourceCommand source when HoldsVariables(source.File) => [],
            ProgramCommand { File: { } file } => [Opaque(known.Command, because, file)],
            SourceCommand source => [Opaque(known.Command, because, source.File)],
            ProgramCommand or PackageScriptCommand or TaskCommand or BuildCommand or TestRunCommand => [Opaque(known.Command, because)],
            DatabaseCommand { Output: { } output } => [Written(output, because)],
            // Its options may be in a cluster: "curl -fsSLo install.sh".
            HttpProbeCommand { Output: { } output } => [Written(output, because)],
            PackageInstallCommand { Target: { } target } => [Written(target, because)],
            _ => [],
        };

    private static bool HoldsVariables(ShellWord file) =>
        file.Raw.Trim('"', '\'') is var path
        && (path.EndsWith("env", StringComparison.Ordinal) || path.EndsWith("activate", StringComparison.Ordinal));

    private static IEnumerable<Making> OfProgram(CommandLine line, bool isUnderstood, string because)
    {
        switch (line.Program, line.Verb)
        {
            case ("git", "clone" or "pull" or "checkout" or "switch" or "submodule" or "worktree" or "reset" or "lfs" or "sparse-checkout"):
            case ("unzip" or "7z" or "gunzip" or "wget" or "degit" or "svn" or "hg" or "gsutil" or "django-admin" or "cookiecutter", _):
            case ("aws", "s3" or "s3api"):
            case ("gh", "release" or "repo" or "run"):
            case ("docker", "cp") or ("docker", "run") or ("docker", "create"):
            case ("cargo" or "dotnet" or "rails" or "poetry" or "uv", "new" or "init" or "generate-lockfile"):
                yield return new Making(null, true, because);
                yield break;
            case ("tsc", _):
                // What only checks types makes nothing.
                if (!line.Arguments.Any(word => word.Literal is "--noEmit" or "--help" or "--version"))
                {
                    yield return new Making(null, false, because) { Ending = ".js" };
                }

                yield break;
            // The installer writes into the directory where it runs. Source: Composer documentation, "Command-line installation".
            case ("php", "composer-setup.php"):
                yield return new Making("composer.phar", false, because);
                yield break;
            case ("curl", _) when Downloads(line):
                yield return new Making(null, true, because);
                yield break;
        }

        foreach (var word in OutputWords(line))
        {
            yield return Written(word, because);
        }

        if (!isUnderstood && line.Command.Words.Count > 0 && !Harmless.Contains(line.Program))
        {
            yield return Opaque(line.Command, because);
        }
    }

    // What goes to standard output is a question, not a file; a shell or an archiver behind a pipe makes what it likes.
    private static bool Downloads(CommandLine line) =>
        line.Arguments.Any(word =>
            word.Literal is { } literal
            && (literal is "-O" or "--remote-name" or "-OL" or "-LO" || (literal is ['-', not '-', ..] && literal.EndsWith('O')))
        );

    private static IEnumerable<ShellWord> OutputWords(CommandLine line)
    {
        for (var index = 0; index + 1 < line.Arguments.Count; index++)
        {
            if (
                line.Arguments[index].Literal
                is "-o"
                    or "--output"
                    or "-out"
                    or "--out"
                    or "--out-file"
                    or "--output-file"
                    or "-B"
                    or "--build-dir"
            )
            {
                yield return line.Arguments[index + 1];
            }
        }
    }

    private static Making Written(ShellWord word, string because)
    {
        var text = (word.Literal ?? word.Parts.LastOrDefault(part => part.Kind == ShellPartKind.Literal)?.Text ?? "").TrimEnd('/');
        var name = text[(text.LastIndexOf('/') + 1)..];
        return name is "" or "." or ".." || (word.Literal is null && word.Parts[^1].Kind != ShellPartKind.Literal)
            ? new Making(null, false, because)
            : new Making(name, false, because);
    }

    /// <param name="read">What the command cannot make, since it is what runs.</param>
    private static Making Opaque(ShellCommand command, string because, ShellWord? read = null)
    {
        var text = command.Span.Text;
        return new Making(
            null,
            false,
            because,
            (read is null ? text : text.Replace(read.Raw, "", StringComparison.Ordinal))
                + string.Concat(command.Redirects.Select(redirect => redirect.HereDocument))
        );
    }
}
