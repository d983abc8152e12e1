using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Rust;

/// <summary>What Rust programs do when they start: migrations, paths they open, CORS, dotenv files, graceful shutdown; and what they ask of the build.</summary>
internal sealed class RustStartup : FrameworkKnowledge
{
    private static readonly Dictionary<string, bool> Opens = new(StringComparer.Ordinal)
    {
        ["File.open"] = false,
        ["fs.read_to_string"] = false,
        ["fs.read"] = false,
        ["fs.read_dir"] = false,
        ["NamedFile.open"] = false,
        ["NamedFile.open_async"] = false,
        ["ServeDir.new"] = false,
        ["ServeFile.new"] = false,
        ["File.create"] = true,
        ["fs.write"] = true,
        ["fs.create_dir"] = true,
        ["fs.create_dir_all"] = true,
    };

    public override void Read(CodeReading reading)
    {
        var tests = RustTests.Of(reading.Syntax);
        foreach (var call in reading.Syntax.Calls)
        {
            if (tests.Holds(call.First))
            {
                continue;
            }

            if (Opens.TryGetValue(LastTwo(call.Path), out var isWrite) && call.Positional(0) is { } path)
            {
                var atStartup = call.Scope is CodeFunction { Name: "main" };
                var isServed = LastTwo(call.Path) is "ServeDir.new" or "ServeFile.new";
                reading.OpenedPaths.Add(
                    new OpenedPath(RustTypes.Value(reading, path.Value, call.Scope), isWrite, false, call.Span)
                    {
                        AtStartup = atStartup,
                        IsServed = isServed,
                    }
                );
            }
            else
            {
                Setting(reading, call);
            }
        }
    }

    private static void Setting(CodeReading reading, CodeCall call)
    {
        switch (call.Name)
        {
            case "embed_migrations!"
            or "migrate!" when call.Path is "embed_migrations!" or "diesel_migrations.embed_migrations!" or "sqlx.migrate!" or "migrate!":
                Source(reading, call);
                break;
            case "run_pending_migrations":
                Say(reading, "migrations.atStartup", "diesel", call);
                break;
            case "run"
                when call.Receiver is { Name: "migrate!" }
                    || (call.Receiver is null && call.Owner.Contains("MIGRATOR", StringComparison.Ordinal)):
                Say(reading, "migrations.atStartup", "sqlx", call);
                break;
            case "up" or "fresh" when call.Owner.EndsWith("Migrator", StringComparison.Ordinal):
                Say(reading, "migrations.atStartup", "sea-orm", call);
                break;
            case "permissive" or "very_permissive" when call.Owner is "Cors" or "CorsLayer":
            case "allow_any_origin":
                Say(reading, "cors.allowAll", "true", call);
                break;
            case "allowed_origin":
                reading.AddSetting("cors.origins", call.Positional(0), call.Scope);
                break;
            case "allow_origin" when call.Positional(0) is { } origin && reading.Trees.Is(origin.Value.End - 1, "Any"):
                Say(reading, "cors.allowAll", "true", call);
                break;
            case "dotenv" when call.Owner is "dotenv" or "dotenvy" or "":
                Say(reading, "dotenv.load", ".env", call);
                break;
            case "ctrl_c" or "with_graceful_shutdown":
                Say(reading, "shutdown.graceful", call.Name, call);
                break;
            case "include_str!" or "include_bytes!":
                reading.AddSetting("build.include", call.Positional(0), call.Scope);
                break;
            case "query!" or "query_as!" or "query_scalar!":
                // The macro asks a database, or files of .sqlx, while it compiles.
                Say(reading, "sqlx.checkedAtBuild", "true", call);
                break;
        }
    }

    private static void Source(CodeReading reading, CodeCall call)
    {
        var fallback = call.Name == "migrate!" ? "./migrations" : "migrations";
        var path = call.Positional(0) is { } argument
            ? reading.Value(argument.Value, call.Scope)
            : new CodeValue.Literal(fallback, call.Span);
        reading.Settings.Add(new FrameworkSetting("migrations.source", path, call.Span));
    }

    private static void Say(CodeReading reading, string name, string word, CodeCall call) =>
        reading.Settings.Add(new FrameworkSetting(name, new CodeValue.Literal(word, call.Span), call.Span));

    private static string LastTwo(string path)
    {
        var last = path.LastIndexOf('.');
        var before = last > 0 ? path.LastIndexOf('.', last - 1) : -1;
        return path[(before + 1)..];
    }
}
