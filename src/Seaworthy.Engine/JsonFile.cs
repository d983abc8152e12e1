using System.Text.Json;

namespace Seaworthy.Engine;

/// <summary>A file of JSON that somebody gives: what is wrong with it is said in a sentence.</summary>
internal static class JsonFile
{
    /// <summary>Makes something of the root of a document; null with the reason where it is not what it ought to be.</summary>
    public delegate T? Part<out T>(JsonElement root, out string fault)
        where T : class;

    public static T? Read<T>(ReadOnlyMemory<byte> bytes, Part<T> part, out string fault)
        where T : class
    {
        try
        {
            using var json = JsonDocument.Parse(bytes);
            return part(json.RootElement, out fault);
        }
        catch (JsonException exception)
        {
            fault = $"it is no JSON (line {exception.LineNumber + 1})";
            return null;
        }
        catch (InvalidOperationException)
        {
            // A text in it is no UTF-8, or holds half a character.
            fault = "it holds text that is no text";
            return null;
        }
    }
}
