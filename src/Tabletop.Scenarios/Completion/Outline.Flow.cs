namespace Tabletop.Scenarios;

/// <summary>Braces and brackets, which may go over several lines and need not be closed yet.</summary>
sealed partial class Outline
{
    readonly List<Frame> _frames = [];
    int _framesBase;
    char _flowQuote;

    void Open(Limb owner, bool isMap) => _frames.Add(new Frame(owner, isMap));

    void TakeFlow(string line, int at)
    {
        var word = new Word();
        if (_flowQuote != '\0')
        {
            at = ClosingQuote(line, at, _flowQuote) + 1;
            if (at == 0)
            {
                return;
            }

            _flowQuote = '\0';
            _frames[^1].IsFull = true;
        }

        while (at < line.Length && _frames.Count > 0)
        {
            var frame = _frames[^1];
            var letter = line[at];
            if (IsComment(line, at))
            {
                return;
            }

            switch (letter)
            {
                case ' ' or '\t':
                    at++;
                    continue;
                case '{' or '[' when word.IsEmpty:
                    if (_frames.Count >= MostLevels)
                    {
                        _frames.Clear();
                        return;
                    }

                    var owner = frame.Entry ?? frame.Owner.Add(null, _line, at);
                    frame.IsFull = true;
                    Open(owner, letter == '{');
                    break;
                case '}' or ']':
                    Finish(frame, word);
                    _frames.RemoveAt(_frames.Count - 1);
                    break;
                case ',':
                    Finish(frame, word);
                    (frame.Entry, frame.IsFull) = (null, false);
                    break;
                case ':' when frame is { IsMap: true, Entry: null } && !word.IsEmpty && EndsKey(line, at, word.IsQuoted):
                    frame.Entry = frame.Owner.Add(word.Text, _line, word.Start, word.End - word.Start);
                    frame.IsFull = false;
                    word = new Word();
                    at++;
                    continue;
                case '"' or '\'' when word.IsEmpty:
                    var closing = ClosingQuote(line, at + 1, letter);
                    if (closing < 0)
                    {
                        _flowQuote = letter;
                        return;
                    }

                    word = new Word(at, closing + 1, line[(at + 1)..closing], true);
                    at = closing + 1;
                    continue;
                default:
                    word = word.IsEmpty ? new Word(at, at + 1, line[at..(at + 1)], false) : word.IsQuoted ? word : word with { End = at + 1, Text = line[word.Start..(at + 1)] };
                    at++;
                    continue;
            }

            word = new Word();
            at++;
        }

        if (_frames.Count > 0)
        {
            EndInFlow(_frames[^1], word, line);
            Finish(_frames[^1], word);
        }
    }

    void EndInFlow(Frame frame, Word word, string line)
    {
        if (word.IsQuoted || frame.IsFull)
        {
            return;
        }

        var column = word.IsEmpty ? line.Length : word.Start;
        var place = frame.Entry is not null ? CaretPlace.Value : frame.IsMap ? CaretPlace.InBraces : CaretPlace.InBrackets;
        EndAt(place, frame.Entry ?? frame.Owner, column, line[column..], Indentation(line), nested: true);
    }

    void Finish(Frame frame, Word word)
    {
        if (word.IsEmpty || frame.IsFull || frame is { IsMap: true, Entry: null })
        {
            return;
        }

        var limb = frame.Entry ?? frame.Owner.Add(null, _line, word.Start);
        limb.Says(word.Text, _line, word.Start, word.End - word.Start);
        frame.IsFull = true;
    }

    static bool EndsKey(string line, int at, bool isQuoted) => isQuoted || at + 1 == line.Length || line[at + 1] is ' ' or '\t' or ',' or '{' or '}' or '[' or ']';

    /// <summary>Braces or brackets that are open.</summary>
    sealed class Frame(Limb owner, bool isMap)
    {
        public Limb Owner => owner;

        public bool IsMap => isMap;

        /// <summary>The key whose value comes next.</summary>
        public Limb? Entry { get; set; }

        /// <summary>The value has been given; a comma comes next.</summary>
        public bool IsFull { get; set; }
    }

    readonly record struct Word(int Start, int End, string Text, bool IsQuoted)
    {
        public bool IsEmpty => Text is null;
    }
}
