namespace Seaworthy.Model.Declared.Scripts.Commands;

/// <summary>Programs that only start another one, and how many words they take.</summary>
internal static class CommandWrappers
{
    private static readonly OptionGrammar Sudo = new("-u -g -h -p -C -D -R -T --user --group") { EndsAtOperand = true };
    private static readonly OptionGrammar Env = new("-u --unset -C --chdir") { EndsAtOperand = true };
    private static readonly OptionGrammar Timeout = new("-k --kill-after -s --signal") { EndsAtOperand = true };
    private static readonly OptionGrammar Nice = new("-n --adjustment -c -p") { EndsAtOperand = true };
    private static readonly OptionGrammar Xargs = new("-I -n -P -L -d -a -E -s") { EndsAtOperand = true };
    private static readonly OptionGrammar Npx = new("-p --package -c --call") { EndsAtOperand = true };
    private static readonly OptionGrammar Runner = new(
        "--with --env-file --python -p --directory --project --extra --group --package -C -P -f -e --config --env"
    )
    {
        EndsAtOperand = true,
    };

    // Modules that are also commands: `python -m uvicorn` is `uvicorn`.
    private static readonly HashSet<string> StartedModules = new(StringComparer.Ordinal)
    {
        "uvicorn",
        "gunicorn",
        "hypercorn",
        "daphne",
        "celery",
        "flask",
        "streamlit",
        "pip",
        "pytest",
        "alembic",
        "django",
        "aerich",
        "coverage",
        "tox",
        "nox",
        "poetry",
        "pipenv",
        "ruff",
        "mypy",
        "flake8",
        "pylint",
        "black",
        "isort",
        "bandit",
        "pyright",
    };

    public static string NameOf(ShellWord word) => word.Literal is { } literal ? literal[(literal.LastIndexOf('/') + 1)..] : "";

    /// <summary>The number of words before the started program, or 0 when this is no wrapper.</summary>
    public static int Skip(IReadOnlyList<ShellWord> words, List<ShellAssignment> environment) =>
        NameOf(words[0]) switch
        {
            "sudo" or "doas" => BeforeEnvironment(words, Sudo, environment),
            "env" or "cross-env" or "cross-env-shell" => BeforeEnvironment(words, Env, environment),
            "timeout" or "gtimeout" => Before(words, 1, Timeout) is > 0 and var index ? index + 1 : 0,
            "nice" or "ionice" or "stdbuf" or "chrt" => Before(words, 1, Nice),
            "time" or "nohup" or "exec" or "command" when words is not [_, { Literal: "-v" or "-V" }, ..] => Before(words, 1, Nice),
            "xargs" => Before(words, 1, Xargs),
            "npx" or "bunx" or "pnpx" or "uvx" => Before(words, 1, Npx),
            "tini" or "dumb-init" or "catchsegv" or "xvfb-run" or "ddtrace-run" or "newrelic-admin" or "opentelemetry-instrument" =>
                BeforeInstrumented(words),
            "gosu" or "su-exec" => words.Count > 2 ? 2 : 0,
            "poetry" or "pipenv" or "uv" or "pdm" or "hatch" or "rye" or "pixi" => AfterVerb(words, "run"),
            "bundle" => AfterVerb(words, "exec"),
            "pnpm" or "yarn" => AfterVerb(words, "exec", "dlx"),
            "npm" => AfterVerb(words, "exec", "x"),
            "python" or "python3" when words is [_, { Literal: "-m" }, { Literal: { } module }, ..] && StartedModules.Contains(module) => 2,
            "coverage" when words is [_, { Literal: "run" }, { Literal: "-m" }, _, ..] => 3,
            "doppler" or "infisical" or "op" or "chamber" => AfterDashes(words),
            "dotenv" or "dotenvx" or "aws-vault" or "with-contenv" => AfterDashes(words),
            _ => 0,
        };

    private static int Before(IReadOnlyList<ShellWord> words, int start, OptionGrammar grammar)
    {
        var options = CommandOptions.Read([.. words.Skip(start)], grammar);
        return options.Operands.Count == 0 ? 0 : words.Count - options.Operands.Count;
    }

    private static int BeforeEnvironment(IReadOnlyList<ShellWord> words, OptionGrammar grammar, List<ShellAssignment> environment)
    {
        var index = Before(words, 1, grammar);
        for (; index > 0 && index < words.Count; index++)
        {
            var equals = words[index].Prefix.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                break;
            }

            environment.Add(new ShellAssignment(words[index].Prefix[..equals], words[index].From(equals + 1), true, words[index].Span));
        }

        return index;
    }

    /// <summary><c>newrelic-admin run-program gunicorn</c>: a verb of its own before the program.</summary>
    private static int BeforeInstrumented(IReadOnlyList<ShellWord> words)
    {
        var index = Before(words, 1, Nice);
        return index > 0 && words[index].Literal == "run-program" ? index + 1 : index;
    }

    private static int AfterVerb(IReadOnlyList<ShellWord> words, params ReadOnlySpan<string> verbs)
    {
        for (var index = 1; index < words.Count; index++)
        {
            if (words[index].Literal is { } literal && verbs.Contains(literal))
            {
                return Before(words, index + 1, Runner);
            }

            if (words[index].Literal is not ['-', ..])
            {
                return 0;
            }
        }

        return 0;
    }

    private static int AfterDashes(IReadOnlyList<ShellWord> words)
    {
        for (var index = 1; index < words.Count; index++)
        {
            if (words[index].Literal == "--")
            {
                return index + 1;
            }
        }

        return 0;
    }
}
