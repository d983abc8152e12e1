using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Go;

/// <summary>Databases in files, and directories for uploads, of Go programs.</summary>
/// <remarks>Sources: README of mattn/go-sqlite3 and modernc.org/sqlite; GORM, "Connecting to a Database"; Gin, "Single file" upload.</remarks>
internal sealed class GoKeptFiles : FrameworkKnowledge
{
    public override void Read(CodeReading reading)
    {
        foreach (var call in reading.Syntax.Calls)
        {
            switch (call.Path)
            {
                case "sqlite.Open":
                    Add(reading, KeptKind.Database, call.Positional(0), call);
                    break;
                case "sql.Open"
                or "sqlx.Open"
                or "sqlx.Connect" when reading.Literal(call.Positional(0), call.Scope) is ['s', 'q', 'l', 'i', 't', 'e', ..]:
                    Add(reading, KeptKind.Database, call.Positional(1), call);
                    break;
                default:
                    if (call.Name == "SaveUploadedFile")
                    {
                        Add(reading, KeptKind.Uploads, call.Positional(1), call);
                    }

                    break;
            }
        }
    }

    private static void Add(CodeReading reading, KeptKind kind, CodeArgument? path, CodeCall call)
    {
        if (path is not null && GoTypes.Value(reading, path.Value, call.Scope) is var value and not CodeValue.Unknown)
        {
            reading.KeptPaths.Add(new KeptPath(value, kind, false, call.Span));
        }
    }
}
