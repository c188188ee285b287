namespace SafeguardingTeams.App.Keeping;

/// <summary>Looks after everything a record keeps.</summary>
internal static class EachKept
{
    /// <summary>
    /// Keeps each, or looks whether it is what was recorded; one that is not keeps none of the others from being kept, and is said at the
    /// end.
    /// </summary>
    /// <param name="keep">Keeps one, or reads it.</param>
    /// <param name="called">What one is called where it is wrong.</param>
    /// <exception cref="KeptFileException">One is not there, not what was recorded, or cannot be made: the first of them.</exception>
    internal static async Task AsItWentAsync<T>(IEnumerable<T> all, Func<T, Task> keep, Func<T, string> called)
    {
        KeptFileException? wrong = null;
        foreach (var one in all)
        {
            try
            {
                await keep(one);
            }
            catch (KeptFileException fault)
            {
                wrong ??= new($"{called(one)}: {fault.Message}");
            }
        }

        if (wrong is not null)
        {
            throw wrong;
        }
    }
}
