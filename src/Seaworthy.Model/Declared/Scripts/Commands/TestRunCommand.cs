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
            (
                "go"
                    or "cargo"
                    or "dotnet"
                    or "playwright"
                    or "mvn"
                    or "mvnw"
                    or "gradle"
                    or "gradlew"
                    or "swift"
                    or "flutter"
                    or "deno"
                    or "ng"
                    or "react-scripts",
                "test"
            ) => 1,
            // Rails takes several tasks, one after the other.
            ("rails" or "rake", _) when line.Arguments.Any(word => word.Literal is "test" or "test:all" or "test:system" or "spec") =>
                line.Arguments.TakeWhile(word => word.Literal is not ("test" or "test:all" or "test:system" or "spec")).Count() + 1,
            ("cypress", "run") or ("cargo", "nextest") => 1,
            ("artisan", "test") => 1,
            ("php", "artisan") when line.Arguments is [_, { Literal: "test" }, ..] => 2,
            ("bun", "test") => 1,
            ("manage.py", "test") => 1,
            ("python" or "python3", _)
                when line.Arguments is [{ Literal: { } script }, { Literal: "test" }, ..]
                    && script.EndsWith("manage.py", StringComparison.Ordinal) => 2,
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
