using System.Buffers;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.CommandUses;

/// <summary>The manifests that tools look for where they run, and the projects that they are given.</summary>
internal static class ToolPaths
{
    private static readonly SearchValues<char> Special = SearchValues.Create("*?[]:$ =");
    private static readonly OptionGrammar Cargo = new(
        "--manifest-path --test --bin -p --package --features -F --target --target-dir --profile --example --bench -j --jobs --color --message-format"
    )
    {
        EndsAtOperand = false,
    };
    private static readonly OptionGrammar Npm = new("--prefix -C --dir --cwd -w --workspace --filter -F");
    private static readonly OptionGrammar Uv = new(
        "--extra --group --no-group --only-group --package -p --python --project --directory --script --index-url"
    );
    private static readonly OptionGrammar Pipenv = new("--python --categories -r --requirements");
    private static readonly OptionGrammar Go = new("-C -tags -ldflags -o -race -run -timeout -coverprofile -covermode -mod")
    {
        HasSingleDash = true,
    };
    private static readonly OptionGrammar Dotnet = new(
        "-c --configuration -o --output -r --runtime -f --framework --logger -l --filter --settings -s -v --verbosity --collect --results-directory --project"
    );
    private static readonly OptionGrammar Pytest = new(
        "-m -k -n -c -o -p --cov-report --cov-config --maxfail --junitxml --junit-xml --tb --timeout --durations --ignore --rootdir -W --dist --log-level --html"
    )
    {
        HasSingleDash = false,
    };

    public static IEnumerable<CommandPath> Of(CommandLine line) =>
        (line.Program, line.Verb) switch
        {
            ("npm", "ci" or "run" or "run-script" or "test") => OfNpm(line),
            ("pnpm" or "bun", "install" or "i") => OfWholeInstall(line),
            ("cargo", "build" or "test" or "check" or "clippy" or "fmt" or "run" or "bench" or "doc" or "nextest" or "tarpaulin") =>
                OfCargo(line),
            ("go", "build" or "test" or "vet" or "run") => OfGo(line),
            ("dotnet", "build" or "restore" or "test" or "publish" or "pack" or "run") => OfDotnet(line),
            ("uv", "sync") => OfUv(line),
            ("pipenv", "sync") or ("pipenv", "install") when line.Verb == "sync" || line.Options(Pipenv).Has("--deploy") =>
            [
                Lock(line, "Pipfile.lock", line.Verb == "sync" ? "pipenv sync" : "pipenv install --deploy"),
            ],
            ("poetry", "install") => [Manifest(line, "pyproject.toml", "poetry install") with { LooksUpwards = true }],
            ("bundle", "install" or "exec") => [Manifest(line, "Gemfile", "bundle") with { LooksUpwards = true }],
            ("composer", "install")
                when !line.Arguments.Any(word =>
                    word.Prefix.StartsWith("--working-dir", StringComparison.Ordinal)
                    || word.Prefix.StartsWith("-d", StringComparison.Ordinal)
                ) => [Manifest(line, "composer.json", "composer install")],
            ("flutter", "test" or "build" or "analyze") => [Manifest(line, "pubspec.yaml", "flutter") with { LooksUpwards = true }],
            ("pytest", _) => OfPytest(line),
            ("python" or "python3", "manage.py" or "./manage.py") => OfDjango(line),
            ("gradlew" or "mvnw", _) => BuildWrappers.Of(line) is { } path ? [path] : [],
            _ => [],
        };

    private static IEnumerable<CommandPath> OfNpm(CommandLine line)
    {
        var options = line.Options(Npm);
        var prefix = options.Value("--prefix", "-C");
        if (prefix is { Literal: null } || options.Has("--if-present", "-g", "--global"))
        {
            return [];
        }

        return [Manifest(line, "package.json", $"npm {line.Verb}") with { LooksUpwards = true, Directory = prefix?.Literal ?? "" }];
    }

    /// <summary>An installation that is given no package takes them from the manifest, and ends without one; npm and Yarn install nothing then.</summary>
    /// <remarks>Sources: pnpm, error code <c>ERR_PNPM_NO_PKG_MANIFEST</c>; Bun, <c>MissingPackageJSON</c>.</remarks>
    private static IEnumerable<CommandPath> OfWholeInstall(CommandLine line)
    {
        var options = line.Options(Npm, 1);
        return options.Operands.Any() || options.Has("-g", "--global", "-C", "--dir", "--cwd", "--filter", "-F")
            ? []
            :
            [
                Manifest(line, "package.json", $"{line.Program} install") with
                {
                    LooksUpwards = true,
                    Others = line.Program == "pnpm" ? ["pnpm-workspace.yaml"] : [],
                },
            ];
    }

    private static IEnumerable<CommandPath> OfCargo(CommandLine line)
    {
        var own = line.Arguments.TakeWhile(word => word.Literal != "--").ToList();
        var options = CommandOptions.Read(own, Cargo);
        if (options.Value("--manifest-path") is { } manifest)
        {
            if (manifest.Literal is { } path && RepositoryPath.IsRelative(path))
            {
                yield return new CommandPath(PathRole.Manifest, path, manifest.Span) { Tool = $"cargo {line.Verb}" };
            }

            yield break;
        }

        yield return Manifest(line, "Cargo.toml", $"cargo {line.Verb}") with
        {
            LooksUpwards = true,
        };
        if (options.Has("--locked", "--frozen"))
        {
            // Cargo: "cannot create the lock file because --locked was passed to prevent this".
            yield return Lock(line, "Cargo.lock", $"cargo {line.Verb} --locked");
        }
    }

    /// <remarks>Source: uv documentation, "Locking and syncing": with <c>--frozen</c> the file is used as it is, with <c>--locked</c> it must fit; both end without one.</remarks>
    private static IEnumerable<CommandPath> OfUv(CommandLine line)
    {
        var options = line.Options(Uv, 1);
        var demand =
            options.Has("--frozen") ? "--frozen"
            : options.Has("--locked") ? "--locked"
            : null;
        return demand is null || options.Has("--project", "--directory", "--script", "--active")
            ? []
            : [Lock(line, "uv.lock", $"uv sync {demand}")];
    }

    private static CommandPath Lock(CommandLine line, string name, string tool) =>
        new(PathRole.LockFile, name, line.Command.Span) { Tool = tool, LooksUpwards = true };

    private static IEnumerable<CommandPath> OfGo(CommandLine line)
    {
        var options = line.Options(Go, 1);
        var isModule = options.Operands.Any(word => word.Prefix.Contains('@', StringComparison.Ordinal));
        if (isModule || options.Has("-C") || options.Operands.Any(word => word.Prefix.EndsWith(".go", StringComparison.Ordinal)))
        {
            yield break;
        }

        yield return GoModule(line);
        foreach (var word in options.Operands)
        {
            if (
                word.Literal is ['.', '/', .. var rest]
                && rest.TrimEnd('.').TrimEnd('/') is { Length: > 0 } directory
                && line.Verb != "run"
            )
            {
                yield return new CommandPath(PathRole.ProjectFile, "./" + directory, word.Span) { Tool = $"go {line.Verb}" };
            }
        }
    }

    private static IEnumerable<CommandPath> OfDotnet(CommandLine line)
    {
        var options = line.Options(Dotnet, 1);
        // "--self-contained true": the value of an option that may stand alone.
        var operand = options.Operands.FirstOrDefault(word => word.Literal is not ("true" or "false"));
        // What "dotnet run" gets besides goes to the program.
        var named = (line.Verb == "run" ? null : operand) ?? options.Value("--project", "-p");
        if (named is null)
        {
            yield return Manifest(line, "*.csproj", $"dotnet {line.Verb}") with
            {
                Path = "*.csproj",
                Others = ["*.sln", "*.slnx", "*.slnf", "*.fsproj", "*.vbproj", "*.proj"],
            };
        }
        else if (
            // MSBuild takes separators of Windows on every system.
            named.Literal?.Replace('\\', '/')
                is { } path
            && RepositoryPath.IsRelative(path)
            && !path.AsSpan().ContainsAny("*$=")
            && !path.EndsWith(".dll", StringComparison.Ordinal)
            && path.Trim('.', '/').Length > 0
        )
        {
            yield return new CommandPath(PathRole.ProjectFile, path, named.Span) { Tool = $"dotnet {line.Verb}" };
        }
    }

    private static IEnumerable<CommandPath> OfPytest(CommandLine line) =>
        from word in line.Options(Pytest).Operands
        where
            word.Literal is { Length: > 1 } path
            && RepositoryPath.IsRelative(path)
            && (path.EndsWith(".py", StringComparison.Ordinal) || path.TrimEnd('/').Contains('/', StringComparison.Ordinal))
            && !path.AsSpan().ContainsAny(Special)
        select new CommandPath(PathRole.CommandInput, word.Literal ?? "", word.Span) { Tool = "pytest" };

    /// <summary><c>manage.py test shop.tests</c>: a module, or a class in one, of a package beside manage.py.</summary>
    /// <remarks>Source: Django documentation, "Running tests": a label is a dotted path to a package, module, class or method.</remarks>
    private static IEnumerable<CommandPath> OfDjango(CommandLine line)
    {
        if (
            line.Arguments is not [_, { Literal: "test" }, { Literal: { } label } word, ..]
            || label.Split('.') is not [var package, _, ..] parts
        )
        {
            yield break;
        }

        if (
            Array.TrueForAll(
                parts,
                part => part.Length > 0 && part.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_')
            )
        )
        {
            var path = string.Join('/', parts);
            yield return new CommandPath(PathRole.ProjectFile, path, word.Span)
            {
                Others = [.. Enumerable.Range(1, parts.Length).Select(count => string.Join('/', parts.Take(count)) + ".py")],
                Script = package + "/__init__.py",
                Tool = "manage.py test",
            };
        }
    }

    /// <summary>The module, or the workspace of modules, in which Go works.</summary>
    public static CommandPath GoModule(CommandLine line) =>
        Manifest(line, "go.mod", $"go {line.Verb}") with
        {
            Others = ["go.work"],
            LooksUpwards = true,
        };

    private static CommandPath Manifest(CommandLine line, string name, string tool) =>
        new(PathRole.Manifest, name, line.Command.Span) { Tool = tool };
}
