namespace Seaworthy.Model;

/// <summary>Works out the relations of a deployment, each once, when something asks for it.</summary>
public interface IRelationSource
{
    /// <summary>Every link of a kind. Safe to ask from several threads.</summary>
    /// <param name="known">Whose links they are.</param>
    IReadOnlyList<T> All<T>(Deployment known)
        where T : class;

    /// <summary>Those that were worked out so far, and how, by name.</summary>
    IReadOnlyList<RelationRun> Runs { get; }
}
