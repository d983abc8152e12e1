using System.Collections.Frozen;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Code.Evaluating;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Python;

/// <summary>Variables read through libraries: python-decouple, environs, django-environ, Starlette's Config, dj-database-url, dynaconf.</summary>
internal sealed class PythonSettingLibraries : FrameworkKnowledge
{
    private static readonly FrozenSet<string> Casts = new[]
    {
        "str",
        "bool",
        "int",
        "float",
        "list",
        "dict",
        "json",
        "url",
        "tuple",
        "path",
        "db",
        "db_url",
        "cache",
        "cache_url",
        "email_url",
        "search_url",
        "bytes",
        "decimal",
        "uuid",
        "log_level",
        "datetime",
        "date",
        "timedelta",
        "enum",
        "dj_db_url",
        "dj_email_url",
        "dj_cache_url",
        "get_value",
        "unicode",
    }.ToFrozenSet(StringComparer.Ordinal);

    public override void Read(CodeReading reading)
    {
        Dictionary<string, string> readers = new(StringComparer.Ordinal);
        foreach (var import in reading.Imports.Where(import => import is { Module: "decouple", Name: "config" }))
        {
            readers[import.Local] = "decouple";
        }

        foreach (var assignment in reading.Syntax.Assignments.Where(assignment => assignment.Value.Count is > 2 and < 400))
        {
            if (SchemaOf(reading, assignment.Value) is { } schema)
            {
                readers[assignment.Name] = schema;
            }
        }

        HashSet<string> declared = [.. reading.EnvironmentReads.Where(read => read.Schema == "django-environ").Select(read => read.Name)];
        foreach (var call in reading.Syntax.Calls)
        {
            ReadCall(reading, readers, declared, call);
        }
    }

    private static string? SchemaOf(CodeReading reading, TokenRange value)
    {
        if (
            reading.Trees.IsOpen(value.End - 1, Brackets.Paren)
            || reading.Syntax.CallAt(reading.Trees.IsKind(value.End - 1, TokenKind.Close) ? reading.Trees.Partner(value.End - 1) : -1)
                is not { } call
        )
        {
            return null;
        }

        return call.Path switch
        {
            "environ.Env" or "environ.FileAwareEnv" when reading.Imported("environ") => Declare(reading, call),
            "Env" when reading.Imported("environ") => Declare(reading, call),
            "Env" or "environs.Env" when reading.Imported("environs") => "environs",
            "Config" or "AutoConfig" or "decouple.Config" when reading.Imported("decouple") => "decouple",
            "Config" when reading.Imported("starlette.config") => "starlette",
            _ => null,
        };
    }

    // "environ.Env(DEBUG=(bool, False))": types and defaults for later reads.
    private static string Declare(CodeReading reading, CodeCall call)
    {
        foreach (var argument in call.Arguments.Where(argument => argument.Name is not null && EnvironmentNames.IsName(argument.Name)))
        {
            var parts = reading.Trees.IsOpen(argument.Value.First, Brackets.Paren)
                ? reading.Trees.Split(reading.Trees.Inside(argument.Value.First), ",")
                : [];
            var fallback = parts.Count == 2 ? reading.Value(parts[1]) : null;
            reading.EnvironmentReads.Add(
                new EnvironmentRead(
                    argument.Name ?? "",
                    fallback,
                    fallback is null ? Demand.Required : Demand.Optional,
                    reading.Syntax.Span(argument.Value)
                )
                {
                    Schema = "django-environ",
                }
            );
        }

        return "django-environ";
    }

    private static void ReadCall(CodeReading reading, Dictionary<string, string> readers, HashSet<string> declared, CodeCall call)
    {
        if (call.Receiver is not null)
        {
            return;
        }

        if (readers.TryGetValue(call.Path, out var schema) || (readers.TryGetValue(call.Owner, out schema) && Casts.Contains(call.Name)))
        {
            Add(reading, call, schema, NameOf(reading, call), declared);
        }
        else if (call.Path == "dj_database_url.config")
        {
            Add(reading, call, "dj-database-url", reading.Evaluator.Literal(call.Named("env")) ?? "DATABASE_URL", declared);
        }
        else if (call.Name is "Dynaconf" or "LazySettings")
        {
            reading.AddSetting("dynaconf.prefix", call.Named("envvar_prefix"), call.Scope);
            reading.AddSetting("dynaconf.files", call.Named("settings_files"), call.Scope);
        }
        else if (call.Path is "load_dotenv" or "dotenv.load_dotenv" or "environ.Env.read_env" or "env.read_env")
        {
            reading.AddSetting("env.file", call.Positional(0) ?? call.Named("dotenv_path") ?? call.Named("path"), call.Scope);
        }
    }

    private static string? NameOf(CodeReading reading, CodeCall call) =>
        reading.Literal(call.Positional(0) ?? call.Named("var"), call.Scope)
        ?? (
            call.Arguments.All(argument => argument.Name is not null)
                ? call.Name switch
                {
                    "db" or "db_url" => "DATABASE_URL",
                    "cache" or "cache_url" => "CACHE_URL",
                    "email_url" => "EMAIL_URL",
                    _ => null,
                }
                : null
        );

    /// <summary><c>env.bool("X")</c>, <c>config("X", cast=int)</c>.</summary>
    private static ExpectedValue? Expected(CodeReading reading, CodeCall call, string schema) =>
        (call.Named("cast") is { Value.Count: 1 } cast ? reading.Trees.Text(cast.Value.First) : call.Name) switch
        {
            "bool" => new ExpectedValue(ExpectedKind.Boolean, schema),
            "int" => new ExpectedValue(ExpectedKind.Integer, schema),
            "float" => new ExpectedValue(ExpectedKind.Number, schema),
            _ => null,
        };

    private static void Add(CodeReading reading, CodeCall call, string schema, string? name, HashSet<string> declared)
    {
        if (name is not { Length: > 0 })
        {
            return;
        }

        var given = call.Named("default") ?? call.Positional(1);
        var value = given is null ? null : reading.Value(given.Value, call.Scope);
        var fallback = value is CodeValue.Unknown { Why: "null" } ? null : value;
        var isDeclared = schema == "django-environ" && declared.Contains(name);
        var demand =
            given is not null || schema == "dj-database-url" || isDeclared ? Demand.Optional
            : StartupScope.RunsAtStart(call.Scope) ? Demand.Required
            : Demand.Expected;
        reading.EnvironmentReads.Add(
            new EnvironmentRead(name, fallback, demand, call.Span)
            {
                Schema = schema,
                Expected = Expected(reading, call, schema),
                StopsLoading = demand == Demand.Required && PythonBlocks.IsAlwaysReached(reading, call.First),
            }
        );
        if (reading.AssignedAt(call.First) is { Scope: null } constant && constant.Value.End == call.End)
        {
            reading.Constants.Add(
                new CodeConstant(constant.Name, new CodeValue.Environment(name, fallback, call.Span), constant.IsExported, constant.Span)
            );
        }
    }
}
