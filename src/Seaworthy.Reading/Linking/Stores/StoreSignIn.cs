using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Stores;

/// <summary>What a caller gives to sign in. A part that cannot be known, or is left to the program, is null; one that is written as empty is empty.</summary>
internal sealed record StoreSignIn(Fact<string>? User, Fact<string>? Password, Fact<string>? Database)
{
    private static readonly string[] Users = ["_USER", "_USERNAME", "_LOGIN"];
    private static readonly string[] Passwords = ["_PASSWORD", "_PASS", "_PWD"];
    private static readonly string[] Databases = ["_NAME", "_DATABASE", "_DB", "_DBNAME", "_DB_NAME"];

    /// <summary>Written as one address: else the program puts it together, and may add to it.</summary>
    public bool IsWhole { get; private init; }

    /// <summary>Written as one address with neither user nor password, in a form that has room for both.</summary>
    public bool IsBare { get; private init; }

    /// <summary>The database of MongoDB in which the user is looked up, when the address names one.</summary>
    public string? AuthenticationSource { get; private init; }

    /// <summary>From the variable that holds the address, and from those beside it that say the rest.</summary>
    /// <param name="isRead">Whether the caller's source may read a variable.</param>
    public static StoreSignIn Of(Workload caller, SuppliedVariable address, Func<string, bool> isRead)
    {
        var text = address.Value.Outline ?? "";
        var stem = address.Name[..Math.Max(address.Name.LastIndexOf('_'), 0)];
        var mark = text.IndexOf("://", StringComparison.Ordinal);
        if (mark < 0)
        {
            return new StoreSignIn(Sibling(Users), Sibling(Passwords), Sibling(Databases));
        }

        var rest = text[(mark + 3)..];
        var end = rest.IndexOfAny(['/', '?']);
        var authority = end < 0 ? rest : rest[..end];
        var at = authority.LastIndexOf('@');
        var (path, query) = Split(end < 0 ? "" : rest[end..], '?');
        var database = Part(path.TrimStart('/').Split('/')[0], address.Span);
        if (at < 0)
        {
            // jdbc:postgresql://db/shop, with SPRING_DATASOURCE_USERNAME beside SPRING_DATASOURCE_URL.
            return new StoreSignIn(Sibling(Users), Sibling(Passwords), database)
            {
                IsBare =
                    text[..mark] is "redis" or "rediss" or "mongodb" or "amqp" or "amqps"
                    && !text.Contains(Resolved.Hole, StringComparison.Ordinal)
                    && !rest.Contains("pass", StringComparison.OrdinalIgnoreCase)
                    && !rest.Contains("auth", StringComparison.OrdinalIgnoreCase),
            };
        }

        var (user, password) = Split(authority[..at], ':');
        return new StoreSignIn(Part(user, address.Span), Part(password, address.Span), database)
        {
            IsWhole = true,
            AuthenticationSource = query
                .TrimStart('?')
                .Split('&')
                .Where(pair => pair.StartsWith("authSource=", StringComparison.OrdinalIgnoreCase))
                .Select(pair => pair["authSource=".Length..])
                .FirstOrDefault(),
        };

        Fact<string>? Sibling(string[] endings) => StoreSignIn.Sibling(caller, stem, endings, isRead);
    }

    private static (string Before, string After) Split(string text, char sign) =>
        text.IndexOf(sign, StringComparison.Ordinal) is var at and >= 0 ? (text[..at], text[(at + 1)..]) : (text, "");

    private static Fact<string>? Part(string text, SourceSpan span) =>
        text.Length == 0 || text.Contains(Resolved.Hole, StringComparison.Ordinal)
            ? null
            : new Fact<string>(Uri.UnescapeDataString(text), span);

    private static Fact<string>? Sibling(Workload caller, string stem, string[] endings, Func<string, bool> isRead) =>
        stem.Length == 0
            ? null
            : caller
                .Supplied.Where(variable =>
                    endings.Any(ending => string.Equals(variable.Name, stem + ending, StringComparison.OrdinalIgnoreCase))
                )
                .Where(variable => isRead(variable.Name) && variable.Value is { Text.Length: > 0, Unset.Count: 0 })
                .Select(variable => new Fact<string>(variable.Value.Text ?? "", variable.Span))
                .FirstOrDefault();
}
