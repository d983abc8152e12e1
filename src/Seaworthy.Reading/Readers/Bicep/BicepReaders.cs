namespace Seaworthy.Reading.Readers.Bicep;

/// <summary>Readers of what Azure deploys.</summary>
internal static class BicepReaders
{
    public static IReadOnlyList<Reader> All { get; } = [new BicepReader(), new ParametersReader(), new AzdReader()];
}
