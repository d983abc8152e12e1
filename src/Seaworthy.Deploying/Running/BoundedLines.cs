using System.Text;

namespace Seaworthy.Deploying.Running;

/// <summary>The lines of a stream that may never end one: what is longer than a bound comes in pieces.</summary>
internal static class BoundedLines
{
    public static IEnumerable<string> Of(TextReader reader, int longest)
    {
        var block = new char[4096];
        StringBuilder line = new();
        for (var read = reader.Read(block, 0, block.Length); read > 0; read = reader.Read(block, 0, block.Length))
        {
            for (var at = 0; at < read; at++)
            {
                if (block[at] == '\n' || line.Length == longest)
                {
                    yield return Taken(line);
                }

                if (block[at] != '\n')
                {
                    line.Append(block[at]);
                }
            }
        }

        if (line.Length > 0)
        {
            yield return Taken(line);
        }
    }

    private static string Taken(StringBuilder line)
    {
        var text = line.ToString().TrimEnd('\r');
        line.Clear();
        return text;
    }
}
