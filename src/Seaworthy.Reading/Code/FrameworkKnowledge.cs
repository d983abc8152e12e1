namespace Seaworthy.Reading.Code;

/// <summary>Reads what one framework, library or habit of a language says about deployment, from the neutral shape of one file. Keeps no state.</summary>
internal abstract class FrameworkKnowledge
{
    public abstract void Read(CodeReading reading);
}
