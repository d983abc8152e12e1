namespace Seaworthy.Model.Known;

/// <summary>A family of tags that differ from the image's row.</summary>
/// <param name="Mark">
/// What one of the tag's parts between dashes is, or starts with before a digit or dot: <c>alpine</c> is in <c>16-alpine3.20</c>, <c>18</c> in <c>18.1</c>.
/// With a dash in it, what the tag is or begins with: <c>2022-CU14</c> in <c>2022-CU14-ubuntu-22.04</c>.
/// </param>
/// <param name="Apply">The row for such a tag.</param>
internal sealed record ImageVariant(string Mark, Func<PublicImage, PublicImage> Apply)
{
    public bool Matches(string tag)
    {
        if (Mark.Contains('-', StringComparison.Ordinal))
        {
            return tag == Mark || tag.StartsWith(Mark + "-", StringComparison.Ordinal);
        }

        foreach (var part in tag.Split('-', '_'))
        {
            if (part.StartsWith(Mark, StringComparison.Ordinal) && (part.Length == Mark.Length || IsEnd(part[Mark.Length])))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsEnd(char next) => next == '.' || (char.IsAsciiDigit(next) && !char.IsAsciiDigit(Mark[^1]));
}
