namespace Seaworthy.Model.Declared.Scripts.Commands;

/// <summary>The start of a program of the repository: an interpreter with a file, a server with an application, a built binary.</summary>
/// <param name="Runtime">What runs it: <c>node</c>, <c>python</c>, <c>uvicorn</c>, <c>java</c>…; empty for an executable of its own.</param>
public sealed record ProgramCommand(ShellCommand Command, string Runtime) : KnownCommand(Command)
{
    /// <summary>The script, archive or executable.</summary>
    public ShellWord? File { get; init; }

    /// <summary>The module of <c>python -m</c>, or the main class of <c>java</c>.</summary>
    public ShellWord? Module { get; init; }

    /// <summary>The application a server hosts: <c>main:app</c>, <c>shop.celery</c>; the binary of <c>cargo run --bin</c>, the project of <c>dotnet run</c>.</summary>
    public ShellWord? Application { get; init; }

    /// <summary>The verb: <c>worker</c>, <c>beat</c>, <c>runserver</c>, <c>dev</c>.</summary>
    public string? Verb { get; init; }

    public ShellWord? Host { get; init; }

    public ShellWord? Port { get; init; }

    public ShellWord? Workers { get; init; }

    /// <summary>Restarts on changed files.</summary>
    public bool Reloads { get; init; }

    /// <summary>A server or mode its authors made for development only.</summary>
    public bool IsForDevelopment { get; init; }

    /// <summary>Where the code is looked for: <c>--app-dir</c>, <c>--chdir</c>, the directory that is served.</summary>
    public ShellWord? SourceDirectory { get; init; }

    public ShellWord? ConfigurationFile { get; init; }

    /// <summary>What the program itself gets.</summary>
    public IReadOnlyList<ShellWord> Arguments { get; init; } = [];

    internal static ProgramCommand? Of(CommandLine line)
    {
        if (line.Program.StartsWith("python", StringComparison.Ordinal) || line.Program is "pypy3" or "pypy")
        {
            return PythonCommands.Of(line);
        }

        return line.Program switch
        {
            "java" => CompiledPrograms.OfJava(line),
            "dotnet" => CompiledPrograms.OfDotnet(line),
            "mvn" or "mvnw" or "gradle" or "gradlew" => CompiledPrograms.OfJvmBuild(line),
            "php" when line.Arguments is [{ Literal: "artisan" }, { Literal: "serve" }, ..] => CompiledPrograms.OfArtisan(line),
            "manage.py" => PythonCommands.OfDjango(line, line.ProgramWord, line.Arguments),
            _ => ProgramTable.ByName.TryGetValue(line.Program, out var syntax) ? Read(line, syntax) : OfExecutable(line),
        };
    }

    private static ProgramCommand? Read(CommandLine line, ProgramSyntax syntax)
    {
        var options = line.Options(syntax.Grammar);
        var operands = options.Operands;
        string? verb = null;
        // "deno task run" runs the task of that name.
        if (line.Program == "deno" && operands is [{ Literal: "task" }, ..])
        {
            return null;
        }

        if (syntax.Verbs.Count > 0)
        {
            verb =
                operands.Select(word => word.Literal).FirstOrDefault(literal => literal is not null && syntax.Verbs.Contains(literal))
                ?? (operands.Count == 0 ? "" : null);
            var isOptional = line.Program is "tsx" or "bun";
            if (line.Program == "bun" && PackageScriptCommand.Of(line) is not null)
            {
                return null;
            }

            if (verb is null ? !isOptional : !syntax.Verbs.Contains(verb))
            {
                return null;
            }

            operands = verb is null or "" ? operands : AfterVerb(operands, verb, syntax);
        }

        // Of what comes through a pipe, sh -s takes the operands for arguments.
        var isCode =
            (options.Has("-c", "-e", "--eval", "-p", "--print") || (line.Program is "sh" or "bash" or "dash" or "ash" && options.Has("-s")))
            && syntax.Operand == ProgramSyntax.OperandKind.File
            && syntax.ConfigurationFile.Count == 0
            && syntax.Port.Count == 0;
        var operand =
            isCode ? null
            : operands.Count > 0 ? operands[0]
            : null;
        return
            isCode
            || (operand is null && syntax is { Verbs.Count: 0, Operand: ProgramSyntax.OperandKind.File, Bind.Count: 0, Port.Count: 0 })
            ? null
            : new ProgramCommand(line.Command, line.Program)
            {
                Verb = verb is "" ? null : verb,
                File = syntax.Operand == ProgramSyntax.OperandKind.File && !IsFetched(line, operand) ? operand : null,
                Application = syntax.Operand == ProgramSyntax.OperandKind.Application ? operand : options.Value([.. syntax.Application]),
                SourceDirectory =
                    options.Value([.. syntax.SourceDirectory]) ?? (syntax.Operand == ProgramSyntax.OperandKind.Directory ? operand : null),
                Host = options.Value([.. syntax.Host]),
                Port = options.Value([.. syntax.Port]),
                Workers = options.Value([.. syntax.Workers]),
                Reloads = options.Has([.. syntax.Reload]),
                ConfigurationFile = options.Value([.. syntax.ConfigurationFile]),
                IsForDevelopment = syntax.DevelopmentVerbs.Contains(verb ?? "*") || syntax.DevelopmentVerbs.Contains("*"),
                Arguments = [.. operands.Skip(syntax.Operand == ProgramSyntax.OperandKind.None ? 0 : 1)],
            };
    }

    /// <summary>Where options end at the first operand that was the verb, so the options behind it are read again.</summary>
    private static IReadOnlyList<ShellWord> AfterVerb(IReadOnlyList<ShellWord> operands, string verb, ProgramSyntax syntax)
    {
        List<ShellWord> rest = [.. operands.SkipWhile(word => word.Literal != verb).Skip(1)];
        return syntax.Grammar.EndsAtOperand ? CommandOptions.Read(rest, syntax.Grammar).Operands : rest;
    }

    /// <summary><c>npm:vite</c>, <c>jsr:@std/http/file-server</c>, <c>https://…</c>: deno brings it from there.</summary>
    private static bool IsFetched(CommandLine line, ShellWord? operand) =>
        line.Program == "deno" && operand?.Prefix.Contains(':', StringComparison.Ordinal) == true;

    /// <summary>A program named by a path: <c>./server</c>, <c>/app/bin/api</c>, <c>scripts/deploy.sh</c>. What begins with <c>@</c> is a package that npx brings.</summary>
    private static ProgramCommand? OfExecutable(CommandLine line) =>
        line.ProgramWord is { Raw: not (['-', ..] or ['@', ..]) } word
        && word.Prefix.Contains('/', StringComparison.Ordinal)
        && !IsSystem(word.Prefix)
            ? new ProgramCommand(line.Command, "") { File = word, Arguments = line.Arguments }
            : null;

    private static bool IsSystem(string path) =>
        path.StartsWith("/bin/", StringComparison.Ordinal)
        || path.StartsWith("/usr/bin/", StringComparison.Ordinal)
        || path.StartsWith("/sbin/", StringComparison.Ordinal)
        || path.StartsWith("/usr/sbin/", StringComparison.Ordinal);
}
