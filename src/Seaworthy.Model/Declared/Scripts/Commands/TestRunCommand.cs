namespace Seaworthy.Model.Declared.Scripts.Commands;

/// <summary>A test runner: <c>pytest</c>, <c>jest</c>, <c>vitest</c>, <c>go test</c>, <c>cargo test</c>, <c>dotnet test</c>, <c>playwright test</c>…</summary>
/// <param name="Paths">Files, directories or packages named on the command line.</param>
public sealed record TestRunCommand(ShellCommand Command, string Tool, IReadOnlyList<ShellWord> Paths) : KnownCommand(Command)
{
    private static readonly OptionGrammar Grammar = new(
        """
        -k -m -c --config --rootdir --cov --cov-report --cov-config --junitxml --junit-xml -n --maxfail -p -o --tb --ignore --timeout
        --testPathPattern -t --testNamePattern --project --reporter --run -run -timeout -coverprofile -covermode -tags -count -parallel -bench
        --package --manifest-path --features --configuration -f --framework --logger -l --filter --collect --results-directory --settings --workers
        --shard --grep -g --spec --browser --coverage-text --testsuite --durations --log-cli-level --dist -w --maxWorkers
        """
    );

    private static readonly OptionGrammar Go = Grammar with { HasSingleDash = true };

    public ShellWord? ConfigurationFile { get; init; }

    /// <summary>How many arguments stand before those of the tests: <c>python -Wa manage.py test</c>; -1 for another program.</summary>
    private static int DjangoArguments(CommandLine line)
    {
        var options = line.Arguments.TakeWhile(word => word.Literal is ['-', not ('m' or 'c'), ..]).Count();
        return
            line.Arguments.Skip(options).Take(2).ToList() is [{ Literal: { } script }, { Literal: "test" }]
            && script.EndsWith("manage.py", StringComparison.Ordinal)
            ? options + 2
            : -1;
    }

    private static bool IsJavaRunner(ShellWord word) =>
        word.Literal is "org.testng.TestNG" or "org.junit.runner.JUnitCore" or "org.junit.platform.console.ConsoleLauncher";

    /// <summary><c>test</c>, <c>core/test</c>, <c>+test</c>, <c>it:test</c>, <c>"testOnly shop.*"</c>, <c>";clean;test"</c>.</summary>
    private static bool IsSbtTest(ShellWord word) =>
        word.Literal is { } text
        && Array.Exists(
            text.Split(' ', ';'),
            task => task.AsSpan(task.AsSpan().LastIndexOfAny('/', ':') + 1).TrimStart('+') is "test" or "testOnly" or "testQuick"
        );

    internal static TestRunCommand? Of(CommandLine line)
    {
        var skip = (line.Program, line.Verb) switch
        {
            (
                "pytest"
                    or "py.test"
                    or "jest"
                    or "vitest"
                    or "mocha"
                    or "ava"
                    or "rspec"
                    or "phpunit"
                    or "karma"
                    or "tox"
                    or "nox"
                    or "k6"
                    or "ctest",
                _
            ) => 0,
            ("go" or "cargo" or "dotnet" or "playwright" or "swift" or "flutter" or "deno" or "ng" or "react-scripts" or "mix", "test") =>
                1,
            // Rails takes several tasks, one after the other.
            ("rails" or "rake", _) when line.Arguments.Any(word => word.Literal is "test" or "test:all" or "test:system" or "spec") =>
                line.Arguments.TakeWhile(word => word.Literal is not ("test" or "test:all" or "test:system" or "spec")).Count() + 1,
            // Phases and tasks before it: mvn clean test.
            ("mvn" or "mvnw" or "gradle" or "gradlew", _) when line.Arguments.Any(word => word.Literal == "test") =>
                line.Arguments.TakeWhile(word => word.Literal != "test").Count() + 1,
            // Tasks of sbt stand one behind the other, with their projects before them: sbt clean core/test assembly.
            ("sbt", _) when line.Arguments.Any(IsSbtTest) => line.Arguments.Count,
            // The runners of Java by their main class, behind the options of the machine.
            ("java", _) when line.Arguments.Any(IsJavaRunner) => line.Arguments.TakeWhile(word => !IsJavaRunner(word)).Count() + 1,
            ("deno", "task") when line.Arguments.Any(word => word.Literal?.Contains("test", StringComparison.Ordinal) is true) =>
                line.Arguments.Count,
            ("cypress" or "newman", "run") or ("cargo", "nextest") => 1,
            ("artisan", "test") => 1,
            ("php", "artisan") when line.Arguments is [_, { Literal: "test" }, ..] => 2,
            ("bun", "test") => 1,
            ("manage.py", "test") => 1,
            ("python" or "python3", _) => DjangoArguments(line),
            _ => -1,
        };
        if (skip < 0)
        {
            return null;
        }

        var options = line.Options(line.Program == "go" ? Go : Grammar, skip);
        var words = line.Program == "vitest" && options[0]?.Literal is "run" or "watch" ? options.Operands.Skip(1) : options.Operands;
        return new TestRunCommand(line.Command, line.Program is "python" or "python3" or "manage.py" ? "django" : line.Program, [.. words])
        {
            ConfigurationFile = options.Value("-c", "--config"),
        };
    }
}
