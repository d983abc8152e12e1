namespace Seaworthy.Model.Known;

/// <summary>Whether two names of variables most likely stand for one thing: other number, other order, other word for the same, an application's prefix, one slip of the finger.</summary>
public static class SimilarName
{
    private const int ShortestSlip = 5;

    // Nobody writes names of more: what looks like one is no name of a variable.
    private const int MostWords = 32;

    // One word for each thing; longer forms first.
    private static readonly IReadOnlyList<Synonym> Forms =
    [
        new("DB_DATABASE", "DB_NAME"),
        new("EXPIRES_IN", "EXPIRY"),
        new("EXPIRATION_TIME", "EXPIRY"),
        new("EXPIRATION", "EXPIRY"),
        new("EXPIRES", "EXPIRY"),
        new("EXPIRE", "EXPIRY"),
        new("TTL", "EXPIRY"),
        new("USERNAME", "USER"),
        new("PASSWD", "PASSWORD"),
        new("PASS", "PASSWORD"),
        new("PWD", "PASSWORD"),
        new("HOSTNAME", "HOST"),
        new("URI", "URL"),
        new("DATABASE", "DB"),
        new("ADDRESS", "ADDR"),
        new("SECRET_KEY", "SECRET"),
        new("SECRETKEY", "SECRET"),
        new("POSTGRESQL", "POSTGRES"),
        new("ENVIRONMENT", "ENV"),
        new("APIKEY", "API_KEY"),
        new("CALLBACK_URL", "REDIRECT_URL"),
    ];

    // Words that some put in front to keep an application's variables apart; none of them says what the value is.
    private static readonly HashSet<string> Prefixes = new(StringComparer.Ordinal)
    {
        "APP",
        "APPLICATION",
        "DJANGO",
        "FLASK",
        "FASTAPI",
        "NODE",
        "NEXT",
        "NEXT_PUBLIC",
        "VITE",
        "REACT_APP",
        "VUE_APP",
        "NUXT",
        "NUXT_PUBLIC",
        "SPRING",
        "RUST",
        "SQLALCHEMY",
        "MY",
    };

    // The address of the one database of a program, by the database's name or without it.
    private static readonly HashSet<string> DatabaseAddresses =
    [
        .. new[] { "DB", "POSTGRES", "PG", "MYSQL", "MONGO", "MONGODB", "SQLALCHEMY_DB" }.SelectMany(database =>
            new[] { Key(database + "_URL"), Key(database + "_CONNECTION_STRING") }
        ),
    ];

    public static bool Means(string read, string given)
    {
        string one = read.ToUpperInvariant(),
            other = given.ToUpperInvariant();
        if (one == other)
        {
            return false;
        }

        var (left, right) = (Words(one), Words(other));
        return SameWords(left, right)
            || HasPrefix(one, other)
            || HasPrefix(other, one)
            || (IsDatabaseAddress(one) && IsDatabaseAddress(other))
            || (left.Length == right.Length && left.Length <= MostWords && IsOneSlip(left, right));
    }

    /// <summary>Two names that mean one thing have at least one mark in common: so they are found without comparing every name with every other.</summary>
    public static IEnumerable<string> Marks(string name)
    {
        var upper = name.ToUpperInvariant();
        var words = Words(upper);
        yield return "text " + string.Concat(words);
        yield return "words " + string.Join('_', words.Order(StringComparer.Ordinal));
        yield return "name " + upper;
        for (var at = upper.IndexOf('_', StringComparison.Ordinal); at >= 0; at = upper.IndexOf('_', at + 1))
        {
            if (Prefixes.Contains(upper[..at]))
            {
                yield return "name " + upper[(at + 1)..];
            }
        }

        if (IsDatabaseAddress(upper))
        {
            yield return "database";
        }

        for (var slip = 0; slip < words.Length && words.Length <= MostWords; slip++)
        {
            if (words[slip].Length >= ShortestSlip)
            {
                yield return $"but {slip} {string.Join('_', words.Take(slip))} {string.Join('_', words.Skip(slip + 1))}";
            }
        }
    }

    /// <summary>Equal for names that differ only in number, separators, or the form of a word.</summary>
    public static string Key(string name) => string.Concat(Words(name.ToUpperInvariant()));

    /// <summary>The address of a program's database as a whole: <c>DATABASE_URL</c>, <c>MONGO_URI</c>.</summary>
    public static bool IsDatabaseAddress(string name) => DatabaseAddresses.Contains(Key(name));

    private static string[] Words(string name)
    {
        var padded = $"_{name}_";
        foreach (var (form, word) in Forms)
        {
            padded = padded.Replace($"_{form}_", $"_{word}_", StringComparison.Ordinal);
        }

        return [.. padded.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(Singular)];
    }

    private static string Singular(string word) => word is [.., not 'S', 'S'] && word.Length > 3 ? word[..^1] : word;

    // Either the same text without its separators, or at least two words in another order.
    private static bool SameWords(string[] left, string[] right) =>
        string.Concat(left) == string.Concat(right)
        || (left.Length > 1 && left.Order(StringComparer.Ordinal).SequenceEqual(right.Order(StringComparer.Ordinal)));

    private static bool HasPrefix(string name, string other) =>
        name.EndsWith("_" + other, StringComparison.Ordinal)
        && Prefixes.Contains(name[..^(other.Length + 1)])
        && other.Contains('_', StringComparison.Ordinal);

    private static bool IsOneSlip(string[] left, string[] right)
    {
        var different = left.Zip(right, (first, second) => new { First = first, Second = second })
            .Where(pair => pair.First != pair.Second)
            .ToList();
        return different is [{ First: var one, Second: var other }]
            && Math.Min(one.Length, other.Length) >= ShortestSlip
            && !one.Concat(other).Any(char.IsDigit)
            && IsOneEdit(one, other);
    }

    private static bool IsOneEdit(string one, string other)
    {
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        var same = shorter.AsSpan().CommonPrefixLength(longer);
        return (longer.Length - shorter.Length) switch
        {
            0 => shorter[(same + 1)..] == longer[(same + 1)..]
                || (
                    same + 1 < shorter.Length
                    && shorter[same] == longer[same + 1]
                    && shorter[same + 1] == longer[same]
                    && shorter[(same + 2)..] == longer[(same + 2)..]
                ),
            1 => shorter[same..] == longer[(same + 1)..],
            _ => false,
        };
    }

    private sealed record Synonym(string Form, string Word);
}
