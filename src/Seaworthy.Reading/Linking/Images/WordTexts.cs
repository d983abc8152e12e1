using System.Text;
using Seaworthy.Model.Declared.Scripts;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>Words of RUN instructions as the shell of the build sees them.</summary>
internal static class WordTexts
{
    /// <summary>With the variables of the build put in; null where a part is computed, or the word is a pattern.</summary>
    public static string? With(this ShellWord word, Func<string, string?> variable)
    {
        if (word.Literal is { } literal)
        {
            return literal;
        }

        StringBuilder text = new();
        foreach (var part in word.IsPattern ? [] : word.Parts)
        {
            var value = part.Kind switch
            {
                ShellPartKind.Literal => part.Text,
                ShellPartKind.Variable => variable(part.Text) ?? part.Default,
                _ => null,
            };
            if (value is null)
            {
                return null;
            }

            text.Append(value);
        }

        return word.IsPattern ? null : text.ToString();
    }
}
