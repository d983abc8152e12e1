namespace Seaworthy.Model;

/// <summary>Works out the relations of a deployment, each once, when something asks for it.</summary>
public interface IRelationSource
{
    /// <summary>Every link of a kind: a list of that type. Safe to ask from several threads.</summary>
    /// <param name="of">The kind. No type parameter: native code would have to look up, at each call, the method for it, and make it at the first.</param>
    /// <param name="known">Whose links they are.</param>
    IReadOnlyList<object> All(Type of, Deployment known);

    /// <summary>Those that were worked out so far, and how, by name.</summary>
    IReadOnlyList<RelationRun> Runs { get; }
}
