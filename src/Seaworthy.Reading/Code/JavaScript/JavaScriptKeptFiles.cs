using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.JavaScript;

/// <summary>Databases in files, directories for uploads, and logs, of Node programs.</summary>
/// <remarks>Sources: README of winston ("File Transport") and winston-daily-rotate-file, which make the directory; README of Multer ("DiskStorage"), sqlite3 and better-sqlite3; Node.js documentation, "SQLite"; Sequelize, "Dialect-specific things"; Knex.js, "Configuration"; TypeORM, "DataSource options".</remarks>
internal sealed class JavaScriptKeptFiles : FrameworkKnowledge
{
    private static readonly string[] SqliteModules = ["better-sqlite3", "bun:sqlite", "node:sqlite", "sqlite3", "libsql"];

    public override void Read(CodeReading reading)
    {
        foreach (var call in reading.Syntax.Calls)
        {
            if (call.Path is "sqlite3.Database" or "DatabaseSync" || IsDatabase(reading, call))
            {
                Add(reading, KeptKind.Database, call.Positional(0)?.Value, call);
            }
            else if (call.Path is "multer" or "multer.diskStorage" or "diskStorage")
            {
                Uploads(reading, call);
            }
            else if (
                call is { Kind: CallKind.New, Name: "DailyRotateFile" }
                || call.Path.EndsWith("transports.File", StringComparison.Ordinal)
            )
            {
                Logs(reading, call);
            }
            else if (call.Name is "Sequelize" or "DataSource" or "forRoot" or "knex" or "Knex" or "open")
            {
                Options(reading, call);
            }
        }
    }

    private static bool IsDatabase(CodeReading reading, CodeCall call) =>
        call is { Kind: CallKind.New, Owner.Length: 0 }
        && reading.ImportOf(call.Path)?.Module is { } module
        && SqliteModules.Contains(module);

    private static void Uploads(CodeReading reading, CodeCall call)
    {
        foreach (var member in call.Arguments.SelectMany(argument => reading.Syntax.Members(argument.Value)))
        {
            if (member.Name is not ("dest" or "destination"))
            {
                continue;
            }

            // destination: (request, file, done) => done(null, "uploads")
            var answers = Enumerable
                .Range(member.Value.First, member.Value.Count)
                .Select(reading.Syntax.CallAt)
                .OfType<CodeCall>()
                .Where(inner => inner is { Kind: not CallKind.Index, Owner.Length: 0, Arguments.Count: 2 })
                .Where(inner => reading.Syntax.Span(inner.Arguments[0].Value).Text == "null")
                .ToList();
            if (answers.Count == 0)
            {
                Add(reading, KeptKind.Uploads, member.Value, call);
            }

            foreach (var answer in answers)
            {
                Add(reading, KeptKind.Uploads, answer.Arguments[1].Value, answer);
            }
        }
    }

    private static void Options(CodeReading reading, CodeCall call)
    {
        foreach (var argument in call.Arguments)
        {
            var members = reading.Syntax.Members(argument.Value);
            var isSqlite = members.Any(member =>
                member.Name is "dialect" or "type" or "client"
                && reading.Literal(member.Value, call.Scope) is ['s', 'q', 'l', 'i', 't', 'e', ..] or "better-sqlite3"
            );
            foreach (var member in isSqlite || call.Name == "open" && reading.Imported("sqlite") ? members : [])
            {
                if (member.Name is "storage" or "database" or "filename")
                {
                    Add(reading, KeptKind.Database, member.Value, call);
                }
                else if (member.Name == "connection")
                {
                    var file = reading.Syntax.Members(member.Value).FirstOrDefault(inner => inner.Name == "filename");
                    Add(reading, KeptKind.Database, file?.Value, call);
                }
            }
        }
    }

    /// <summary>The file, in a directory of its own where the options name one.</summary>
    private static void Logs(CodeReading reading, CodeCall call)
    {
        var members = call.Arguments.SelectMany(argument => reading.Syntax.Members(argument.Value)).ToList();
        var file = members.Find(member => member.Name == "filename");
        if (members.Find(member => member.Name == "dirname") is not { } directory)
        {
            Add(reading, KeptKind.Log, file?.Value, call);
        }
        else if (file is not null && reading.Value(directory.Value, call.Scope) is var value and not CodeValue.Unknown)
        {
            var span = reading.Syntax.Span(directory.Value);
            reading.KeptPaths.Add(
                new KeptPath(
                    new CodeValue.Concatenation([value, new CodeValue.Literal("/", span), reading.Value(file.Value, call.Scope)], span),
                    KeptKind.Log,
                    JavaScriptPaths.BeginsAtFile(reading, directory.Value, call.Scope),
                    span
                )
            );
        }
    }

    private static void Add(CodeReading reading, KeptKind kind, TokenRange? path, CodeCall call)
    {
        if (path is { Count: > 0 } range && reading.Value(range, call.Scope) is var value and not CodeValue.Unknown)
        {
            reading.KeptPaths.Add(
                new KeptPath(value, kind, JavaScriptPaths.BeginsAtFile(reading, range, call.Scope), reading.Syntax.Span(range))
            );
        }
    }
}
