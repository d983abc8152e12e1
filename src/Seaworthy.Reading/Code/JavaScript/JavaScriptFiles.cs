using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.JavaScript;

/// <summary>Files that Node programs open by a known path.</summary>
internal sealed class JavaScriptFiles : FrameworkKnowledge
{
    private static readonly Dictionary<string, bool> Openers = new Dictionary<string, bool>
    {
        ["readFile"] = false,
        ["readFileSync"] = false,
        ["createReadStream"] = false,
        ["readdir"] = false,
        ["readdirSync"] = false,
        ["openSync"] = false,
        ["sendFile"] = false,
        ["writeFile"] = true,
        ["writeFileSync"] = true,
        ["appendFile"] = true,
        ["appendFileSync"] = true,
        ["createWriteStream"] = true,
        ["mkdirSync"] = true,
        ["mkdir"] = true,
    };

    public override void Read(CodeReading reading)
    {
        foreach (var call in reading.Syntax.Calls)
        {
            if (Openers.TryGetValue(call.Name, out var isWrite) && call.Positional(0) is { } path && IsFile(reading, call))
            {
                Add(reading, call, path.Value, isWrite);
            }
        }
    }

    private static bool IsFile(CodeReading reading, CodeCall call) =>
        call.Owner is "fs" or "fsp" or "fsPromises" or "fs.promises" or "fse"
        || (call.Name == "sendFile" && call.Owner is "res" or "reply" or "response")
        || (
            call.Owner.Length == 0
            && call.Receiver is null
            && reading.ImportOf(call.Path)?.Module is "fs" or "fs/promises" or "node:fs" or "node:fs/promises" or "fs-extra"
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
                new OpenedPath(value, isWrite, JavaScriptPaths.BeginsAtFile(reading, path, call.Scope), call.Span)
                {
                    AtStartup = !isWrite && CodeSyntax.RunsAtLoad(call.Scope),
                }
            );
        }
    }
}
