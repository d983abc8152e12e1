using System.Buffers;
using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Seaworthy.Model.Known.Tags;

/// <summary>Tags that one of Docker's official images ever had: its numbers, and which variants the lines of its releases came in.</summary>
/// <remarks>
/// Source: docker-library/official-images, the files of <c>library/</c> through all its history, as <c>eng/official-tags.cs</c> writes them down.
/// Of previews, Windows and builds of one day nothing is known.
/// </remarks>
public sealed partial class OfficialTags
{
    private static readonly ConcurrentDictionary<string, OfficialTags?> Known = new(StringComparer.Ordinal);

    private static readonly SearchValues<char> Number = SearchValues.Create("0123456789.");

    private static readonly Lazy<string> Text = new(Read);

    // Systems to come: an image of a release that is published already may be built upon them any day.
    private static readonly string[] SystemsToCome = ["forky", "duke", "resolute", "stonking"];

    private readonly NumberRanges versions;
    private readonly Dictionary<string, string> lines = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, NumberRanges> ranges = new(StringComparer.Ordinal);

    private readonly string image;

    private OfficialTags(string image, ReadOnlySpan<char> section)
    {
        this.image = image;
        versions = new NumberRanges("");
        foreach (var range in section.Split('\n'))
        {
            var line = section[range];
            if (line.StartsWith("versions "))
            {
                versions = new NumberRanges(line["versions ".Length..]);
            }
            else if (line.IndexOf(" : ") is > 0 and var colon)
            {
                var releases = line[(colon + 3)..].ToString();
                foreach (var variant in line[..colon].ToString().Split(' '))
                {
                    lines[variant] = releases;
                }
            }
            else
            {
                IsEnded = line.EndsWith(" ended");
            }
        }
    }

    /// <summary>No release is published under this name any more.</summary>
    public bool IsEnded { get; private set; }

    /// <summary>Null for an image that is not in the table.</summary>
    public static OfficialTags? Of(string image) => Known.GetOrAdd(image, Find);

    /// <summary>Whether the image ever had the tag; null where that is not known, as of releases that are newer than the table.</summary>
    public bool? Had(string tag)
    {
        if (Unsaid().IsMatch(tag))
        {
            return null;
        }

        var end = tag.AsSpan().IndexOfAnyExcept(Number);
        var number = end < 0 ? tag : tag[..end].TrimEnd('.');
        if (number.Length == 0)
        {
            return Releases(tag) is { } bare ? bare.EndsWith('~')
                : IsMadeOfVariants(tag) ? false
                : null;
        }

        if (number.Length < tag.Length && tag[number.Length] != '-')
        {
            return null;
        }

        var variant = number.Length == tag.Length ? "." : tag[(number.Length + 1)..];
        if (!versions.Contains(number))
        {
            return IsEnded || !versions.EndsBefore(number) ? false : null;
        }

        return Releases(variant) is { } releases ? Ranges(releases).Contains(Line(number)) && !SystemsLeft.IsAfter(image, tag)
            : IsToCome(variant) ? null
            : false;
    }

    /// <summary>Up to three tags of the same number that the image has, those that have most in common with the tag first.</summary>
    public IReadOnlyList<string> Instead(string tag)
    {
        var asked = tag.Split('-');
        return !versions.Contains(asked[0])
            ? []
            :
            [
                .. lines
                    .Where(pair => !pair.Key.AsSpan().ContainsAnyInRange('0', '9') && Ranges(pair.Value).Contains(Line(asked[0])))
                    .Where(pair => !SystemsLeft.IsAfter(image, $"{asked[0]}-{pair.Key}"))
                    .Select(pair => pair.Key)
                    .OrderByDescending(variant => variant.Split('-').Intersect(asked).Count())
                    .ThenBy(variant => variant.Length)
                    .ThenBy(variant => variant, StringComparer.Ordinal)
                    .Take(3)
                    .Select(variant => variant == "." ? asked[0] : $"{asked[0]}-{variant}"),
            ];
    }

    private string? Releases(string variant) => lines.GetValueOrDefault(variant);

    private NumberRanges Ranges(string releases) => ranges.GetOrAdd(releases, text => new NumberRanges(text.TrimEnd('~', ' ')));

    // "alpine-slim" of parts that the image has, one by one, is none of its own.
    private bool IsMadeOfVariants(string tag) => tag.Split('-') is { Length: > 0 } parts && Array.TrueForAll(parts, lines.ContainsKey);

    // A system, or a release of one ("alpine3.30"), of which the table has nothing.
    private bool IsToCome(string variant) =>
        Array.Exists(
            variant.Split('-'),
            part =>
                (SystemsToCome.Contains(part) || part.AsSpan().IndexOfAnyInRange('0', '9') > 0)
                && !lines.Keys.Any(known => known.Split('-').Contains(part))
        );

    private static string Line(string number) => string.Join('.', number.Split('.').Take(2));

    private static OfficialTags? Find(string image)
    {
        var text = Text.Value.AsSpan();
        var start = text.IndexOf($"\n= {image}\n") is >= 0 and var open ? open : text.IndexOf($"\n= {image} ended\n");
        if (start < 0)
        {
            return null;
        }

        var section = text[(start + 1)..];
        return new OfficialTags(image, section.IndexOf("\n= ") is > 0 and var next ? section[..next] : section);
    }

    private static string Read()
    {
        using var stream = typeof(OfficialTags).Assembly.GetManifestResourceStream("OfficialTags.txt");
        using StreamReader reader = new(stream ?? Stream.Null);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(
        @"(^|-)(rc|beta|alpha|preview|milestone|m|ea|dev|nightly|b|p|v)\d*($|[-.\d])|windows|nanoserver|\d{8}|^\d{4}\.|_",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Unsaid();
}
