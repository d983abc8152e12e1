using System.Text.Json;

namespace Seaworthy.Model.Source;

/// <summary>JSON that somebody wrote into another file: a token's claims, an argument, a value of a variable.</summary>
public static class JsonText
{
    /// <summary>
    /// What is read from the JSON; <paramref name="otherwise"/> where the text is none. Half of a surrogate pair is JSON for <see cref="JsonDocument"/> until somebody asks for the string:
    /// it is none here, in the text (<see cref="ArgumentException"/>) as well as in an escape (<see cref="InvalidOperationException"/>).
    /// </summary>
    /// <param name="text">The JSON.</param>
    /// <param name="read">Reads the root; the document is gone afterwards.</param>
    /// <param name="otherwise">The result for text that is no JSON.</param>
    public static T Read<T>(string text, Func<JsonElement, T> read, T otherwise)
    {
        ArgumentNullException.ThrowIfNull(read);
        try
        {
            using var document = JsonDocument.Parse(text);
            return read(document.RootElement);
        }
        catch (Exception exception) when (IsRefusal(exception))
        {
            return otherwise;
        }
    }

    /// <summary>What <see cref="JsonDocument"/> throws for text that is no JSON, at once or when a string of it is asked for.</summary>
    public static bool IsRefusal(Exception exception) => exception is JsonException or ArgumentException or InvalidOperationException;
}
