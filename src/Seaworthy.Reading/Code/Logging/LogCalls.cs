using System.Collections.Frozen;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Logging;

/// <summary>Which calls write to the log of a program, or to its standard output, which is the log of a container.</summary>
/// <remarks>
/// Sources: the Console Standard of WHATWG; documentation of winston, pino, Python's logging, loguru; Go packages fmt, log, log/slog, go.uber.org/zap, logrus; crates log and tracing;
/// Microsoft.Extensions.Logging, Serilog; SLF4J; PSR-3.
/// </remarks>
internal static class LogCalls
{
    private static readonly FrozenSet<string> Loggers = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ["log", "logging", "winston", "pino", "slog", "sugar", "zap", "logrus", "glog", "klog", "loguru", "consola"]
    );

    private static readonly FrozenSet<string> LoggerMakers = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ["getLogger", "get_logger", "child", "With", "Sugar", "Logger"]
    );

    // How the methods begin: Go has Infof, Infow and InfoContext, .NET LogInformation.
    private static readonly string[] Levels =
    [
        "trace",
        "debug",
        "verbose",
        "info",
        "log",
        "warn",
        "error",
        "exception",
        "critical",
        "fatal",
        "notice",
        "silly",
        "panic",
        "print",
        "success",
    ];

    private static readonly FrozenSet<string> Console = Set("log", "info", "debug", "warn", "error", "trace", "dir", "table");

    private static readonly FrozenSet<string> Macros = Set(
        "println!",
        "eprintln!",
        "print!",
        "eprint!",
        "dbg!",
        "trace!",
        "debug!",
        "info!",
        "warn!",
        "error!"
    );

    private static readonly FrozenSet<string> Prints = Set(
        "print",
        "pprint",
        "pprint.pprint",
        "sys.stdout.write",
        "sys.stderr.write",
        "process.stdout.write",
        "process.stderr.write",
        "fmt.Print",
        "fmt.Printf",
        "fmt.Println",
        "Console.Write",
        "Console.WriteLine",
        "Console.Error.WriteLine",
        "System.Console.WriteLine",
        "System.out.print",
        "System.out.printf",
        "System.out.println",
        "System.err.print",
        "System.err.println",
        "error_log",
        "var_dump",
        "print_r"
    );

    public static bool IsLog(CodeCall call, TokenTrees trees)
    {
        if (call.Receiver is { } receiver)
        {
            return LoggerMakers.Contains(receiver.Name) && !call.Path.Contains('.', StringComparison.Ordinal) && IsLevel(call.Name);
        }

        var owner = call.Owner;
        var last = owner[(owner.LastIndexOf('.') + 1)..].Trim('_', '$');
        return call.Kind switch
        {
            CallKind.Macro => Macros.Contains(call.Name),
            CallKind.Call => Prints.Contains(call.Path) && !IsElsewhere(call, trees)
                || call.Path is "fmt.Fprint" or "fmt.Fprintf" or "fmt.Fprintln" && IsStandard(call, trees)
                || call.Path == "println" && trees.Language == Language.Kotlin
                || last == "console" && Console.Contains(call.Name)
                || IsLogger(last) && IsLevel(call.Name),
            _ => false,
        };
    }

    private static bool IsLogger(string name) => Loggers.Contains(name) || name.EndsWith("logger", StringComparison.OrdinalIgnoreCase);

    private static bool IsLevel(string name) => Array.Exists(Levels, level => name.StartsWith(level, StringComparison.OrdinalIgnoreCase));

    // Python's print(…, file=f) writes a file; to sys.stderr is the log as well.
    private static bool IsElsewhere(CodeCall call, TokenTrees trees) =>
        call.Named("file") is { } file && !trees.Span(file.Value).Text.StartsWith("sys.std", StringComparison.Ordinal)
        // PHP's print_r($x, true) gives the text back.
        || call.Path == "print_r" && call.Arguments.Count > 1;

    private static bool IsStandard(CodeCall call, TokenTrees trees) =>
        call.Positional(0) is { } first && trees.Span(first.Value).Text is "os.Stderr" or "os.Stdout";

    private static FrozenSet<string> Set(params string[] names) => names.ToFrozenSet(StringComparer.Ordinal);
}
