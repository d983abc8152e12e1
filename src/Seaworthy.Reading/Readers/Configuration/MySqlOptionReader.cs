using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Configuration;

/// <summary>Reads the options of MySQL servers.</summary>
internal sealed class MySqlOptionReader : Reader
{
    public override bool Accepts(string path) => path.EndsWith(".cnf", StringComparison.Ordinal);

    public override Artifact? Read(FileSyntax file) =>
        MySqlOptionFile.OptionsIn(file.File.Text).ToList() is { Count: > 0 } options
            ? new MySqlOptionFile(file.File)
            {
                Options =
                [
                    .. options.Select(option => new Fact<string>(option.Name, new SourceSpan(file.File, option.Start, option.Length))),
                ],
            }
            : null;
}
