using System.Buffers;
using Seaworthy.Engine.Reporting;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Engine.Environments;

/// <summary>What may be shown of the values of a variable: flags, numbers, names of environments and plain addresses as they are; of everything else only that it is set, and whether otherwise.</summary>
internal static class VariableText
{
    private const int Longest = 60;

    private static readonly SearchValues<char> AddressLetters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.:/-_,*"
    );

    private static readonly HashSet<string> PlainWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "true",
        "false",
        "on",
        "off",
        "yes",
        "no",
        "none",
        "development",
        "dev",
        "local",
        "test",
        "staging",
        "stage",
        "production",
        "prod",
        "trace",
        "debug",
        "info",
        "information",
        "warn",
        "warning",
        "error",
        "critical",
        "release",
        "json",
        "text",
        "console",
    };

    private static readonly HashSet<string> AddressWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "url",
        "uri",
        "host",
        "hosts",
        "hostname",
        "origin",
        "origins",
        "domain",
        "address",
        "addr",
        "endpoint",
        "port",
        "server",
        "servers",
        "brokers",
        "mode",
        "env",
        "environment",
        "tag",
        "repository",
        "cpu",
        "memory",
        "size",
    };

    private static readonly HashSet<string> DeveloperWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "debug",
        "verbose",
        "trace",
        "log",
        "loglevel",
        "logging",
        "polling",
        "usepolling",
        "reload",
        "hot",
        "dev",
        "mode",
        "env",
        "environment",
        "profiles",
    };

    private static readonly HashSet<string> Modes = new(StringComparer.Ordinal)
    {
        "NODE_ENV",
        "RAILS_ENV",
        "RACK_ENV",
        "FLASK_ENV",
        "MIX_ENV",
        "ASPNETCORE_ENVIRONMENT",
        "DOTNET_ENVIRONMENT",
    };

    /// <summary>A variable with which a developer looks into it.</summary>
    public static bool IsForDevelopers(string name) => name.Split('_').Any(DeveloperWords.Contains);

    /// <summary>By which a program tells for whom it runs.</summary>
    public static bool IsMode(string name) => Modes.Contains(name);

    /// <summary>A text for every value, the same for the same.</summary>
    public static IReadOnlyList<string?> Of(string name, IReadOnlyList<SuppliedVariable?> given)
    {
        var first = given.Select(one => one?.Value.Text).FirstOrDefault(text => text is { Length: > 0 } && !IsPlain(name, text));
        return
        [
            .. given.Select(one =>
                one is null ? null
                : one.Value.Text is not { } text || one.Value.Unset.Count > 0 ? "from outside"
                : text.Length == 0 ? "empty"
                : IsPlain(name, text) ? text
                : text == first ? "set"
                : "set otherwise"
            ),
        ];
    }

    private static bool IsPlain(string name, string text) =>
        text.Length <= Longest
        && !SecretNames.IsSecret(name)
        && (PlainWords.Contains(text) || (text.Length < 8 && text.All(char.IsAsciiDigit)) || IsAddress(name, text))
        && Quote.Text($"{name}={text}") == $"{name}={text}";

    /// <summary>Without a user, a query, or anything else that could let somebody in.</summary>
    private static bool IsAddress(string name, string text) =>
        AddressWords.Contains(name[(name.AsSpan().LastIndexOfAny("_.:") + 1)..]) && !text.AsSpan().ContainsAnyExcept(AddressLetters);
}
