using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Readers.Code;

/// <summary>Reads application source of one language.</summary>
internal sealed class CodeReader(LanguageKnowledge knowledge) : Reader
{
    // Nobody writes such a file by hand; data in the clothes of code is not worth the time.
    private const int MaximumLength = 2_000_000;

    private readonly CodeGate gate = new(knowledge);

    public override bool Accepts(string path) => knowledge.LanguageOf(path) is not null && !GeneratedCode.IsGenerated(path);

    public override Artifact? Read(FileSyntax file)
    {
        var source = file.File;
        if (knowledge.LanguageOf(source.Path) is not { } language || GeneratedCode.IsMinified(source.Text))
        {
            return null;
        }

        var isTest = knowledge.IsTest(source.Path);
        var length =
            isTest || source.Text.Length > MaximumLength ? gate.LengthOfImports(source.Text) : gate.LengthToRead(source.Path, source.Text);
        var read = length == 0 ? new CodeFile(source, language) { IsTest = isTest } : Parsed(source, language, length, isTest);
        return read with
        {
            DialsSocket = SocketClients.Dials(source.Text),
            IsClientModule = UseClient.Begins(source.Text),
            BuildConstraint = knowledge.ConstraintOf(source.Path, source.Text),
            MainPackage = isTest ? null : knowledge.MainPackageOf(source.Text),
        };
    }

    private CodeFile Parsed(SourceFile source, Language language, int length, bool isTest)
    {
        var syntax = CodeParser.Parse(source, language, Math.Min(length, MaximumLength));
        var reading = new CodeReading(syntax, knowledge.ValuesOf(syntax));
        if (!isTest && length == source.Text.Length)
        {
            foreach (var framework in knowledge.Frameworks)
            {
                framework.Read(reading);
            }
        }

        return reading.ToFile(isTest);
    }
}
