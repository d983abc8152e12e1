using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Known;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Python;

/// <summary>Databases in files, directories for uploads, and logs, of Python programs.</summary>
/// <remarks>Sources: Python documentation, "sqlite3" and "logging.handlers"; Django, "Settings", DATABASES and MEDIA_ROOT; Flask, "Uploading Files"; dj-database-url, README.</remarks>
internal sealed class PythonKeptFiles : FrameworkKnowledge
{
    private const string DatabaseUrl = "DATABASE_URL";

    private static readonly string[] LogHandlers = ["FileHandler", "RotatingFileHandler", "TimedRotatingFileHandler", "WatchedFileHandler"];

    public override void Read(CodeReading reading)
    {
        foreach (var call in reading.Syntax.Calls)
        {
            if (
                call.Path is "os.makedirs" or "os.mkdir"
                && call.Positional(0) is { } made
                && PythonPaths.BeginsAtFile(reading, made.Value, call.Scope)
                && UploadNames.In(PythonPaths.Tail(reading, made.Value, call.Scope)) is not null
            )
            {
                Add(reading, KeptKind.Uploads, made.Value, call.Scope);
            }
            else if (call.Path is "sqlite3.connect" or "aiosqlite.connect" or "SqliteDatabase")
            {
                Add(reading, KeptKind.Database, (call.Positional(0) ?? call.Named("database"))?.Value, call.Scope);
            }
            else if (LogHandlers.Contains(call.Name))
            {
                Add(reading, KeptKind.Log, (call.Positional(0) ?? call.Named("filename"))?.Value, call.Scope);
            }
            else if (call.Path is "dj_database_url.config" && call.Named("default") is { } fallback)
            {
                var value = new CodeValue.Environment(DatabaseUrl, reading.Value(fallback.Value, call.Scope), call.Span);
                reading.KeptPaths.Add(new KeptPath(value, KeptKind.Database, false, call.Span));
            }
        }

        var isSqlite = IsSqlite(reading);
        var replacedBy = isSqlite ? ReplacedBy(reading) : null;
        foreach (var assignment in reading.Syntax.Assignments.Where(assignment => assignment.Scope is null or CodeClass))
        {
            if (UploadNames.IsSetting(assignment.Name))
            {
                Add(reading, KeptKind.Uploads, assignment.Value, assignment.Scope);
            }
            else if (assignment is { Keyword: "member", Name: "DATABASES.default.NAME" } && isSqlite)
            {
                Add(reading, KeptKind.Database, assignment.Value, assignment.Scope, replacedBy);
            }
        }

        // app.config["UPLOAD_FOLDER"] = "uploads"
        foreach (var index in reading.Syntax.Indexes.Where(index => index.Name == "config" && reading.Trees.Is(index.End, "=")))
        {
            if (reading.Evaluator.Literal(index.Positional(0)) == "UPLOAD_FOLDER")
            {
                Add(reading, KeptKind.Uploads, PythonPaths.Line(reading, index.End + 1), index.Scope);
            }
        }
    }

    /// <summary>The engine of the last branch: what stands before another one is for a case that somebody asks for, as for a developer's machine.</summary>
    private static bool IsSqlite(CodeReading reading) =>
        reading.Syntax.Assignments.LastOrDefault(assignment => assignment.Name == "DATABASES.default.ENGINE") is { } last
        && reading.Literal(last.Value) is { } engine
        && engine.EndsWith("sqlite3", StringComparison.Ordinal);

    /// <summary><c>if url: DATABASES["default"] = dj_database_url.parse(url)</c>; django-environ calls the same <c>env.db</c>.</summary>
    private static string? ReplacedBy(CodeReading reading)
    {
        foreach (var call in reading.Syntax.Calls)
        {
            switch (call.Path)
            {
                case "dj_database_url.config":
                    return reading.Evaluator.Literal(call.Named("env")) ?? DatabaseUrl;
                case "dj_database_url.parse" when Parsed(reading, call) is { } variable:
                    return variable;
                case "env.db" or "env.db_url" when reading.Imported("environ"):
                    return reading.Evaluator.Literal(call.Positional(0)) ?? DatabaseUrl;
            }
        }

        return null;
    }

    /// <summary>The variable that holds the address; the usual one where nothing tells, and none for an address in the source.</summary>
    private static string? Parsed(CodeReading reading, CodeCall call)
    {
        var value = reading.Value(call.Positional(0), call.Scope);
        if (value is CodeValue.Reference reference && reading.AssignmentOf(reference.Name, call.Scope) is { } assignment)
        {
            value = reading.Value(assignment.Value, assignment.Scope);
        }

        return value switch
        {
            CodeValue.Environment read => read.Name,
            null or CodeValue.Literal => null,
            _ => DatabaseUrl,
        };
    }

    private static void Add(CodeReading reading, KeptKind kind, TokenRange? path, CodeScope? scope, string? replacedBy = null)
    {
        if (path is not { Count: > 0 } range)
        {
            return;
        }

        var span = reading.Syntax.Span(range);
        if (PythonPaths.BeginsAtFile(reading, range, scope))
        {
            if (PythonPaths.Tail(reading, range, scope) is { Length: > 0 } tail)
            {
                reading.KeptPaths.Add(new KeptPath(new CodeValue.Literal(tail, span), kind, true, span) { ReplacedBy = replacedBy });
            }
        }
        else if (reading.Value(range, scope) is var value and not CodeValue.Unknown)
        {
            reading.KeptPaths.Add(new KeptPath(value, kind, false, span) { ReplacedBy = replacedBy });
        }
    }
}
