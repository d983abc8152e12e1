using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.CSharp;

/// <summary>What .NET programs do when they start: migrations, CORS, redirection to HTTPS, forwarded headers, static files, paths they open.</summary>
internal sealed class CSharpStartup : FrameworkKnowledge
{
    private static readonly Dictionary<string, Said> Says = new(StringComparer.Ordinal)
    {
        ["EnsureCreated"] = new("schema.ensureCreated", "EnsureCreated()"),
        ["EnsureCreatedAsync"] = new("schema.ensureCreated", "EnsureCreated()"),
        ["AllowAnyOrigin"] = new("cors.allowAll", "true"),
        ["AllowCredentials"] = new("cors.credentials", "true"),
        ["UseHttpsRedirection"] = new("aspnet.httpsRedirection", "true"),
        ["UseForwardedHeaders"] = new("aspnet.forwardedHeaders", "true"),
        ["UseStaticFiles"] = new("static.files", "wwwroot"),
        ["UseDeveloperExceptionPage"] = new("aspnet.developerExceptionPage", "true"),
        ["AddHealthChecks"] = new("health.checks", "true"),
        ["AddUserSecrets"] = new("aspnet.userSecrets", "true"),
    };

    private static readonly Dictionary<string, bool> Opens = new(StringComparer.Ordinal)
    {
        ["File.ReadAllText"] = false,
        ["File.ReadAllTextAsync"] = false,
        ["File.ReadAllLines"] = false,
        ["File.ReadAllBytes"] = false,
        ["File.OpenRead"] = false,
        ["File.OpenText"] = false,
        ["File.WriteAllText"] = true,
        ["File.WriteAllTextAsync"] = true,
        ["File.WriteAllBytes"] = true,
        ["File.OpenWrite"] = true,
        ["File.Create"] = true,
        ["Directory.CreateDirectory"] = true,
    };

    public override void Read(CodeReading reading)
    {
        foreach (var call in reading.Syntax.Calls)
        {
            if (Opens.TryGetValue(call.Path, out var isWrite) && call.Positional(0) is { } path)
            {
                var atStartup = call.Scope is null or CodeFunction { Name: "Main" or "ConfigureServices" or "Configure" };
                reading.OpenedPaths.Add(
                    new OpenedPath(CSharpValues.Value(reading, path.Value, call.Scope), isWrite, false, call.Span) { AtStartup = atStartup }
                );
            }
            else if (Says.TryGetValue(call.Name, out var said))
            {
                Say(reading, said.Setting, said.Value, call);
                ReadRefusedCors(reading, call);
            }
            else
            {
                Setting(reading, call);
            }
        }
    }

    /// <summary>Any origin and credentials in one policy: <c>Build</c> throws.</summary>
    private static void ReadRefusedCors(CodeReading reading, CodeCall call)
    {
        var other = call.Name switch
        {
            "AllowCredentials" => "AllowAnyOrigin",
            "AllowAnyOrigin" => "AllowCredentials",
            _ => null,
        };
        for (var before = call.Receiver; other is not null && before is not null; before = before.Receiver)
        {
            if (before.Name == other || before.Path.EndsWith("." + other, StringComparison.Ordinal))
            {
                Say(reading, FrameworkSetting.CorsRefused, "AllowAnyOrigin() and AllowCredentials()", call);
                return;
            }
        }
    }

    private static void Setting(CodeReading reading, CodeCall call)
    {
        switch (call.Name)
        {
            case "Migrate" or "MigrateAsync" when call.Owner.EndsWith("Database", StringComparison.Ordinal):
                Say(reading, "migrations.atStartup", "entity-framework", call);
                break;
            case "EnsureDeleted" or "EnsureDeletedAsync" when Conditions.AlwaysRuns(reading, call.First):
                Say(reading, FrameworkSetting.SchemaDropped, "EnsureDeleted()", call);
                break;
            case "WithOrigins":
                foreach (var origin in call.Arguments)
                {
                    reading.AddSetting("cors.origins", origin, call.Scope);
                }

                break;
            case "WithMethods":
                CorsList.Methods.Add(reading, call);
                break;
            case "AllowAnyMethod":
                Say(reading, CorsList.Methods.Setting, "*", call);
                break;
            case "UsePathBase":
                reading.AddSetting("aspnet.pathBase", call.Positional(0), call.Scope);
                break;
            case "AddJsonFile" or "AddYamlFile" when call.Positional(0) is { } file:
                var isOptional = reading.Literal(call.Named("optional") ?? call.Positional(1), call.Scope) == "true";
                reading.OpenedPaths.Add(
                    new OpenedPath(CSharpValues.Value(reading, file.Value, call.Scope), false, false, call.Span) { AtStartup = !isOptional }
                );
                break;
        }
    }

    private static void Say(CodeReading reading, string name, string word, CodeCall call) =>
        reading.Settings.Add(new FrameworkSetting(name, new CodeValue.Literal(word, call.Span), call.Span));

    private sealed record Said(string Setting, string Value);
}
