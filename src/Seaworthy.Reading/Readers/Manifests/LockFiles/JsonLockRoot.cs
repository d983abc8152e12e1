using System.Text;
using System.Text.Json;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers.Manifests.Npm;

namespace Seaworthy.Reading.Readers.Manifests.LockFiles;

/// <summary>The root package of package-lock.json (version 2 and later) or bun.lock, read as a stream that stops behind it.</summary>
/// <remarks>Source: npm documentation, "package-lock.json", section "packages".</remarks>
internal static class JsonLockRoot
{
    /// <summary>The root package is the first thing in the file; a root larger than this is none.</summary>
    private const int HeadLength = 128 * 1024;

    public static LockFile Read(LockFile file, ReadOnlySpan<string> root)
    {
        var text = file.File.Text;
        var bytes = Encoding.UTF8.GetBytes(text, 0, Math.Min(text.Length, HeadLength));
        Utf8JsonReader json = new(
            bytes,
            isFinalBlock: false,
            new JsonReaderState(new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip })
        );
        try
        {
            return Read(file, ref json, root, bytes);
        }
        catch (JsonException)
        {
            // Cut off or broken: the root exists, but its contents are unknown.
            return file;
        }
    }

    private static LockFile Read(LockFile file, ref Utf8JsonReader json, ReadOnlySpan<string> root, byte[] bytes)
    {
        var matched = 0;
        while (json.Read())
        {
            if (json.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }

            var depth = json.CurrentDepth;
            if (depth == matched + 1 && json.ValueTextEquals(root[matched]))
            {
                if (++matched == root.Length)
                {
                    return json.Read() && json.TokenType == JsonTokenType.StartObject ? Package(file, ref json, bytes) : file;
                }
            }
            else if (!json.TrySkip())
            {
                return file;
            }
        }

        return file;
    }

    private static LockFile Package(LockFile file, ref Utf8JsonReader json, byte[] bytes)
    {
        var depth = json.CurrentDepth;
        List<Dependency> dependencies = [];
        while (json.Read() && json.CurrentDepth > depth)
        {
            if (json.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }

            if (KindOf(ref json) is { } kind)
            {
                Section(file.File, ref json, kind, dependencies, bytes);
            }
            else if (!json.TrySkip())
            {
                return file;
            }
        }

        // The root's closing brace was reached, so that the list is whole.
        return json.TokenType == JsonTokenType.EndObject && json.CurrentDepth == depth
            ? file with
            {
                RootDependencies = dependencies,
            }
            : file;
    }

    private static void Section(SourceFile file, ref Utf8JsonReader json, DependencyKind kind, List<Dependency> dependencies, byte[] bytes)
    {
        var depth = json.CurrentDepth;
        while (json.Read() && json.CurrentDepth > depth - 1 && json.TokenType != JsonTokenType.EndObject)
        {
            if (json.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }

            var name = json.GetString() ?? "";
            var span = Span(file, ref json, bytes);
            if (json.Read() && json.TokenType == JsonTokenType.String)
            {
                dependencies.Add(NpmRange.Dependency(name, Text(ref json), kind, span));
            }
        }
    }

    private static DependencyKind? KindOf(ref Utf8JsonReader json) =>
        json.ValueTextEquals("dependencies"u8) ? DependencyKind.Runtime
        : json.ValueTextEquals("devDependencies"u8) ? DependencyKind.Development
        : json.ValueTextEquals("optionalDependencies"u8) ? DependencyKind.Optional
        : json.ValueTextEquals("peerDependencies"u8) ? DependencyKind.Peer
        : null;

    private static string Text(ref Utf8JsonReader json) =>
        json.TokenType is JsonTokenType.String ? json.GetString() ?? "" : Encoding.UTF8.GetString(json.ValueSpan);

    private static SourceSpan Span(SourceFile file, ref Utf8JsonReader json, byte[] bytes)
    {
        // Where all is ASCII, bytes and characters agree and nothing has to be counted.
        var isAscii = bytes.Length == Math.Min(file.Text.Length, HeadLength);
        var start = isAscii ? (int)json.TokenStartIndex : Encoding.UTF8.GetCharCount(bytes, 0, (int)json.TokenStartIndex);
        var length =
            Encoding.UTF8.GetCharCount(json.ValueSpan) + (json.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? 2 : 0);
        return new SourceSpan(file, start, Math.Min(length, file.Text.Length - start));
    }
}
