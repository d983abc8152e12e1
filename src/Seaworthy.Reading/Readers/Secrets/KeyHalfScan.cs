using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Secrets;

/// <summary>Forty letters that may be the secret half of an access key of AWS, near its ID.</summary>
internal static class KeyHalfScan
{
    // Below a name, a label or in a sentence: "Secret: …".
    private const int Around = 3;

    public static SourceSpan? Beside(SourceSpan id)
    {
        var lines = id.File.Lines;
        for (var line = id.StartLine; line <= Math.Min(id.StartLine + Around, lines.Count); line++)
        {
            var text = lines.TextOf(line);
            for (var half = KeyHalves.Next(text, 0); !half.Equals(default); half = KeyHalves.Next(text, half.End.Value))
            {
                // Padding follows what is written in base64.
                if (!text.AsSpan(half.End.Value).StartsWith('='))
                {
                    return new SourceSpan(id.File, lines.StartOf(line) + half.Start.Value, half.End.Value - half.Start.Value);
                }
            }
        }

        return null;
    }
}
