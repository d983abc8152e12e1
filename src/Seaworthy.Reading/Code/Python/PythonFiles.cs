using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Python;

/// <summary>Files and directories that Python programs open by a known path.</summary>
internal sealed class PythonFiles : FrameworkKnowledge
{
    public override void Read(CodeReading reading)
    {
        foreach (var call in reading.Syntax.Calls)
        {
            ReadCall(reading, call);
        }
    }

    private static void ReadCall(CodeReading reading, CodeCall call)
    {
        switch (call.Path)
        {
            case "open"
            or "aiofiles.open"
            or "io.open" when call.Receiver is null && (call.Positional(0) ?? call.Named("file")) is { } path:
                Add(reading, call, path.Value, IsWriting(reading, call));
                break;
            case "os.makedirs" or "os.mkdir" when call.Positional(0) is { } path:
                Add(reading, call, path.Value, isWrite: true);
                break;
            case "StaticFiles" or "Jinja2Templates" when call.Named("directory") is { } path:
                Add(reading, call, path.Value, isWrite: false);
                break;
            case "joblib.load"
            or "torch.load"
            or "load_model"
            or "np.load"
            or "pd.read_csv"
            or "pd.read_json"
            or "pd.read_excel"
            or "spacy.load"
            or "Llama"
            or "ssl_context.load_cert_chain"
                when (call.Positional(0) ?? call.Named("model_path") ?? call.Named("certfile")) is { } path
                    && IsFileName(reading, path.Value):
                Add(reading, call, path.Value, isWrite: false);
                break;
            case "sqlite3.connect" when call.Positional(0) is { } path && IsFileName(reading, path.Value):
                Add(reading, call, path.Value, isWrite: true);
                break;
            default:
                ReadPathMethod(reading, call);
                break;
        }
    }

    private static bool IsFileName(CodeReading reading, TokenRange path) =>
        reading.Value(path) is not CodeValue.Literal literal
        || (literal.Text.Contains('.', StringComparison.Ordinal) && !literal.Text.Contains("://", StringComparison.Ordinal));

    // Path("x").read_text(), Path("logs").mkdir()
    private static void ReadPathMethod(CodeReading reading, CodeCall call)
    {
        if (
            call.Name is "read_text" or "read_bytes" or "write_text" or "write_bytes" or "mkdir" or "open"
            && call.Receiver is { Path: "Path" or "pathlib.Path" } path
            && path.Positional(0) is { } argument
        )
        {
            Add(reading, call, argument.Value, call.Name is "write_text" or "write_bytes" or "mkdir");
        }
    }

    private static bool IsWriting(CodeReading reading, CodeCall call) =>
        reading.Literal(call.Positional(1) ?? call.Named("mode"), call.Scope) is { } mode
        && (
            mode.Contains('w', StringComparison.Ordinal)
            || mode.Contains('a', StringComparison.Ordinal)
            || mode.Contains('x', StringComparison.Ordinal)
        );

    private static void Add(CodeReading reading, CodeCall call, TokenRange path, bool isWrite)
    {
        var value = reading.Value(path, call.Scope);
        if (
            value
            is CodeValue.Literal { Text.Length: > 0 }
                or CodeValue.Environment
                or CodeValue.Concatenation { Parts: [CodeValue.Literal or CodeValue.Environment, ..] }
        )
        {
            reading.OpenedPaths.Add(
                new OpenedPath(value, isWrite, PythonPaths.BeginsAtFile(reading, path, call.Scope), call.Span)
                {
                    AtStartup =
                        !isWrite
                        // Templates are looked for when a page is asked for.
                        && call.Path != "Jinja2Templates"
                        && CodeSyntax.RunsAtLoad(call.Scope)
                        && !reading.Syntax.IsInMainGuard(call.Open)
                        && !PythonBlocks.IsTried(reading, call.Open),
                }
            );
        }
    }
}
