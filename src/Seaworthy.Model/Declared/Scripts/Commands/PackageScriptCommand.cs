namespace Seaworthy.Model.Declared.Scripts.Commands;

/// <summary>A command of a JavaScript package manager: a script of <c>package.json</c>, or the installation of dependencies.</summary>
/// <param name="Manager"><c>npm</c>, <c>yarn</c>, <c>pnpm</c>, <c>bun</c>; <c>turbo</c> runs scripts of all packages.</param>
/// <param name="Verb"><c>run</c>, <c>install</c>, <c>add</c>, or another verb of the manager.</param>
/// <remarks>Sources: npm, Yarn, pnpm and Bun command line documentation.</remarks>
public sealed record PackageScriptCommand(ShellCommand Command, string Manager, string Verb) : KnownCommand(Command)
{
    private static readonly OptionGrammar Grammar = new(
        """
        --prefix -C --dir --cwd -w --workspace --filter -F --omit --include --only --registry --loglevel --cache --audit-level --access --tag
        --network-timeout --mutex --modules-folder --store-dir --reporter --concurrency
        """
    );

    // pnpm says "workspace root" with -w, npm "this workspace".
    private static readonly OptionGrammar PnpmGrammar = new(Grammar.WithValue.Replace("-w ", "", StringComparison.Ordinal));

    private static readonly HashSet<string> Builtin = new(StringComparer.Ordinal)
    {
        "install",
        "i",
        "ci",
        "clean-install",
        "add",
        "remove",
        "rm",
        "uninstall",
        "un",
        "update",
        "up",
        "upgrade",
        "publish",
        "pack",
        "audit",
        "outdated",
        "list",
        "ls",
        "why",
        "view",
        "info",
        "init",
        "create",
        "config",
        "cache",
        "link",
        "unlink",
        "login",
        "logout",
        "whoami",
        "version",
        "set",
        "prune",
        "dedupe",
        "rebuild",
        "store",
        "fetch",
        "deploy",
        "exec",
        "dlx",
        "x",
        "root",
        "bin",
        "help",
        "global",
        "import",
        "licenses",
        "patch",
        "plugin",
        "policies",
        "team",
        "workspaces",
        "constraints",
        "node",
        "run",
        "run-script",
        "workspace",
        "pm",
        "build",
        "env",
        "setup",
        "owner",
        "dist-tag",
        "doctor",
        "fund",
        "explain",
        "pkg",
        "token",
        "ping",
        "start",
        "stop",
        "test",
        "t",
        "restart",
        "foreach",
        "npm",
        "self-update",
        "immutable",
        "server",
        "recursive",
        "m",
        "approve-builds",
    };

    /// <summary>The script of <c>package.json</c> that runs.</summary>
    public ShellWord? Script { get; init; }

    /// <summary>Where the package stands: <c>--prefix</c>, <c>--cwd</c>, <c>-C</c>; relative to where the command runs.</summary>
    public ShellWord? Directory { get; init; }

    /// <summary>Names or paths of workspaces: <c>-w</c>, <c>--filter</c>, <c>yarn workspace X</c>.</summary>
    public IReadOnlyList<ShellWord> Workspaces { get; init; } = [];

    /// <summary>In every workspace: <c>--workspaces</c>, <c>-r</c>, <c>workspaces run</c>.</summary>
    public bool IsInAllWorkspaces { get; init; }

    /// <summary>In the package at the top of the workspace: <c>pnpm -w run</c>.</summary>
    public bool IsInRoot { get; init; }

    /// <summary>What <c>install</c> or <c>add</c> names; none means the manifest's own dependencies.</summary>
    public IReadOnlyList<ShellWord> Packages { get; init; } = [];

    public bool IsGlobal { get; init; }

    /// <summary>Fails when the lock file does not match: <c>npm ci</c>, <c>--frozen-lockfile</c>, <c>--immutable</c>.</summary>
    public bool IsFrozen { get; init; }

    /// <summary>Fails without a lock file; <c>--frozen-lockfile</c> of Yarn 1 then resolves the versions anew, and succeeds.</summary>
    public bool NeedsLock { get; init; }

    /// <summary>Leaves development dependencies out.</summary>
    public bool OmitsDevelopment { get; init; }

    /// <summary><c>--if-present</c>: no failure when the script is absent.</summary>
    public bool IsOptional { get; init; }

    /// <summary>What the script gets after its name.</summary>
    public IReadOnlyList<ShellWord> Arguments { get; init; } = [];

    internal static PackageScriptCommand? Of(CommandLine line)
    {
        if (line.Program is not ("npm" or "yarn" or "pnpm" or "bun" or "turbo") || (line.Program == "bun" && IsFile(line)))
        {
            return null;
        }

        var grammar = line.Program is "pnpm" or "yarn" ? PnpmGrammar : Grammar;
        var options = line.Options(grammar);
        if (line.Program is "pnpm" or "yarn" or "bun" && OfManager(line, options) is { } own)
        {
            options = CommandOptions.Read(own, grammar);
        }

        var words = options.Operands;
        List<ShellWord> workspaces = [.. options.Values("-w", "--workspace", "--filter", "-F")];
        var isEverywhere = options.Has("--workspaces", "-ws", "-r", "--recursive") || line.Program == "turbo";
        if (line.Program == "yarn" && words is [{ Literal: "workspace" }, var workspace, ..])
        {
            workspaces.Add(workspace);
            words = [.. words.Skip(2)];
        }
        else if (words is [{ Literal: "workspaces" or "recursive" or "m" }, ..] && words.Count > 1)
        {
            isEverywhere = true;
            words = [.. words.Skip(words[1].Literal == "foreach" ? 2 : 1)];
        }

        return Read(line, options, words) with
        {
            Directory = options.Value("--prefix", "-C", "--dir", "--cwd"),
            Workspaces = workspaces,
            IsInAllWorkspaces = isEverywhere,
            IsInRoot = line.Program == "pnpm" && options.Has("-w", "--workspace-root"),
        };
    }

    /// <summary>What is written behind the name of a script goes to the script; npm alone takes its own options there as well. Null when it runs none.</summary>
    private static IReadOnlyList<ShellWord>? OfManager(CommandLine line, CommandOptions options)
    {
        var verb = options.Operands is [{ Literal: { } first }, ..] ? first : "";
        if (ScriptOf(line.Program, verb, options.Operands).Script is not { } script)
        {
            return null;
        }

        List<ShellWord> before = [];
        foreach (var word in line.Arguments)
        {
            before.Add(word);
            if (word.Span == script.Span)
            {
                break;
            }
        }

        return before;
    }

    private static PackageScriptCommand Read(CommandLine line, CommandOptions options, IReadOnlyList<ShellWord> words)
    {
        var verb =
            words is [var first, ..] ? first.Literal ?? ""
            : line.Program is "yarn" ? "install"
            : "";
        var (script, arguments) = ScriptOf(line.Program, verb, words);
        if (script is not null)
        {
            return new PackageScriptCommand(line.Command, line.Program, "run")
            {
                Script = script,
                Arguments = arguments,
                IsOptional = options.Has("--if-present"),
            };
        }

        var name = verb is "ci" or "i" or "clean-install" ? "install" : verb;
        return new PackageScriptCommand(line.Command, line.Program, name)
        {
            Packages = name is "install" or "add" ? [.. words.Skip(1)] : [],
            Arguments = [.. words.Skip(1)],
            IsGlobal = options.Has("-g", "--global") || verb == "global",
            NeedsLock =
                verb is "ci" or "clean-install"
                || (line.Program != "npm" && options.IsOn("--immutable"))
                || (line.Program is not ("yarn" or "npm") && options.IsOn("--frozen-lockfile", "--frozen")),
            // npm takes options that it does not know for nothing.
            IsFrozen =
                verb is "ci" or "clean-install" || (line.Program != "npm" && options.IsOn("--frozen-lockfile", "--immutable", "--frozen")),
            OmitsDevelopment = OmitsDevelopmentOf(line.Program, options),
        };
    }

    private static (ShellWord? Script, IReadOnlyList<ShellWord> Arguments) ScriptOf(
        string manager,
        string verb,
        IReadOnlyList<ShellWord> words
    ) =>
        verb switch
        {
            "run" or "run-script" => words.Count > 1 ? (words[1], [.. words.Skip(2)]) : (null, []),
            "start" or "stop" or "restart" or "test" or "t" when words.Count > 0 => (
                verb == "t" ? words[0] with { Literal = "test" } : words[0],
                [.. words.Skip(1)]
            ),
            "build" when manager is "yarn" or "pnpm" or "turbo" => (words[0], [.. words.Skip(1)]),
            "" => (null, []),
            _ when manager is "yarn" or "pnpm" or "bun" or "turbo" && !Builtin.Contains(verb) => (words[0], [.. words.Skip(1)]),
            _ => (null, []),
        };

    private static bool OmitsDevelopmentOf(string manager, CommandOptions options) =>
        options.Has("--production")
        || (manager != "npm" && options.Has("--prod", "-P"))
        || options.Values("--omit").Any(value => value.Literal == "dev")
        || options.Values("--only").Any(value => value.Literal?.StartsWith("prod", StringComparison.Ordinal) == true);

    /// <summary><c>bun src/index.ts</c> runs a file, not a script of the manifest.</summary>
    private static bool IsFile(CommandLine line) =>
        line.Arguments.FirstOrDefault(word => word.Literal is not (['-', ..] or "run")) is { } word
        && word.Prefix.AsSpan().ContainsAny('.', '/');
}
