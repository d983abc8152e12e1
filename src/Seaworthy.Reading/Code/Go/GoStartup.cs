using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Go;

/// <summary>What Go programs do when they start: migrations, paths they open, CORS, the mode of gin, graceful shutdown.</summary>
internal sealed class GoStartup : FrameworkKnowledge
{
    private static readonly Dictionary<string, bool> Opens = new(StringComparer.Ordinal)
    {
        ["os.Open"] = false,
        ["os.ReadFile"] = false,
        ["os.ReadDir"] = false,
        ["ioutil.ReadFile"] = false,
        ["template.ParseFiles"] = false,
        ["template.ParseGlob"] = false,
        ["http.Dir"] = false,
        ["os.Create"] = true,
        ["os.WriteFile"] = true,
        ["ioutil.WriteFile"] = true,
        ["os.Mkdir"] = true,
        ["os.MkdirAll"] = true,
        ["os.OpenFile"] = true,
    };

    public override void Read(CodeReading reading)
    {
        foreach (var call in reading.Syntax.Calls)
        {
            if (Opens.TryGetValue(call.Path, out var isWrite) || call.Name is "LoadHTMLGlob" or "LoadHTMLFiles")
            {
                Open(reading, call, isWrite);
            }
            else
            {
                Setting(reading, call);
            }
        }

        foreach (
            var literal in reading.Syntax.Objects.Where(literal =>
                literal.Type is "cors.Config" or "cors.Options" or "middleware.CORSConfig"
            )
        )
        {
            Cors(reading, literal);
        }
    }

    private static void Open(CodeReading reading, CodeCall call, bool isWrite)
    {
        if (call.Positional(0) is { } path)
        {
            var value = GoTypes.Value(reading, path.Value, call.Scope);
            var isOfRouter = call.Name is "LoadHTMLGlob" or "LoadHTMLFiles";
            reading.OpenedPaths.Add(
                new OpenedPath(value, isWrite, false, call.Span)
                {
                    AtStartup = isOfRouter || call.Scope is null or CodeFunction { Name: "main" or "init" },
                    IsOfRouter = isOfRouter,
                    IsServed = call.Path == "http.Dir",
                }
            );
        }
    }

    private static void Setting(CodeReading reading, CodeCall call)
    {
        switch (call.Name)
        {
            case "AutoMigrate":
                Say(reading, "migrations.atStartup", "gorm", call);
                break;
            case "Up" or "UpContext" when call.Owner == "goose":
                Say(reading, "migrations.atStartup", "goose", call);
                reading.AddSetting("migrations.source", call.Positional(call.Name == "Up" ? 1 : 2), call.Scope);
                break;
            case "Up"
            or "Migrate" when call.Owner.Length > 0 && reading.Imported("github.com/golang-migrate/migrate") && call.Arguments.Count < 2:
                Say(reading, "migrations.atStartup", "golang-migrate", call);
                break;
            case "New" or "NewWithDatabaseInstance" when call.Owner == "migrate":
                reading.AddSetting("migrations.source", call.Positional(0), call.Scope);
                break;
            case "SetMode" when call.Owner == "gin":
                reading.AddSetting("gin.mode", call.Positional(0), call.Scope);
                break;
            case "Notify" or "NotifyContext" when call.Owner == "signal":
                Say(reading, "shutdown.graceful", "signal", call);
                break;
        }
    }

    private static void Say(CodeReading reading, string name, string word, CodeCall call) =>
        reading.Settings.Add(new FrameworkSetting(name, new CodeValue.Literal(word, call.Span), call.Span));

    private static void Cors(CodeReading reading, CodeObject literal)
    {
        foreach (var member in reading.Syntax.Members(literal.Value))
        {
            if (member.Name is "AllowMethods" or "AllowedMethods")
            {
                CorsList.Methods.Add(reading, member.Value, literal.Scope);
                continue;
            }

            var name = member.Name switch
            {
                "AllowOrigins" or "AllowedOrigins" => "cors.origins",
                "AllowAllOrigins" => "cors.allowAll",
                "AllowCredentials" => "cors.credentials",
                _ => null,
            };
            var origins = name == "cors.origins" ? reading.Syntax.Members(member.Value) : [];
            if (name is not null && origins.Count == 0 && !Each(reading, member.Value, name))
            {
                reading.Settings.Add(
                    new FrameworkSetting(name, GoTypes.Value(reading, member.Value, literal.Scope), reading.Syntax.Span(member.Value))
                );
            }
        }
    }

    /// <summary>One setting for each string of <c>[]string{…}</c>.</summary>
    private static bool Each(CodeReading reading, TokenRange value, string name)
    {
        var found = false;
        for (var at = value.First; at < value.End && value.Count > 1; at++)
        {
            if (reading.Trees.IsKind(at, TokenKind.String))
            {
                reading.Settings.Add(
                    new FrameworkSetting(
                        name,
                        new CodeValue.Literal(Literals.Value(reading.Trees, at), reading.Trees.Span(at)),
                        reading.Trees.Span(at)
                    )
                );
                found = true;
            }
        }

        return found;
    }
}
